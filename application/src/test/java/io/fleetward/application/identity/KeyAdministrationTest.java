// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IdentityError;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyAdministrationTest {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final AccountId OTHER = new AccountId("111111111111");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAccessKeys keys = new InMemoryAccessKeys();
    private final ActiveKeys active = new ActiveKeys();
    private final KeyAdministration administration = new KeyAdministration(
            new KeyAdministration.Keeping(transactions, new InMemoryAccounts(), keys, active),
            new AccessKeyMint(new Random(7)),
            VirtualClock.atStart());

    @Test
    void createsTheFirstAdministratorOnce() {
        AccessKey first = first();

        assertThat(first.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(first.secret().value()).matches("[A-Za-z0-9+/]{40}");
        assertThat(first.ownerArn()).isEqualTo("arn:aws:iam::000000000000:user/admin");
        assertThat(active.find(first.id())).isEqualTo(first.credential());
        assertThat(administration.createFirst(ACCOUNT)).isNull();
    }

    @Test
    void printsNoSecret() {
        AccessKey first = first();

        assertThat(first.toString() + first.credential())
                .doesNotContain(first.secret().value());
    }

    @Test
    void createsKeysWithARole() {
        first();

        AccessKey key = administration.createKey(ACCOUNT, "ann", Role.ANALYST);

        assertThat(Objects.requireNonNull(active.find(key.id())).role()).isEqualTo(Role.ANALYST);
        assertThat(administration.list(ACCOUNT, PageRequest.first(10)).items()).hasSize(2);
    }

    @Test
    void refusesKeysForAnUnknownAccount() {
        assertThatThrownBy(() -> administration.createKey(OTHER, "ann", Role.ANALYST))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IdentityError.NO_SUCH_ENTITY));
    }

    @Test
    void refusesAUserNameThatIsNone() {
        first();

        assertThatThrownBy(() -> administration.createKey(ACCOUNT, "ann/../root", Role.ANALYST))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ann/../root");
    }

    @Test
    void createsFurtherAccountsWithAnAdministratorEach() {
        first();

        AccessKey key = administration.createAccount(OTHER);

        assertThat(key.account()).isEqualTo(OTHER);
        assertThat(key.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> administration.createAccount(OTHER)).isInstanceOf(ApiException.class);
    }

    @Test
    void forgetsAKeyThatIsSwitchedOffUntilItIsSwitchedOn() {
        first();
        AccessKey key = administration.createKey(ACCOUNT, "ann", Role.OPERATOR);

        administration.switchKey(ACCOUNT, key.id(), false);
        assertThat(active.find(key.id())).isNull();
        administration.switchKey(ACCOUNT, key.id(), true);
        assertThat(active.find(key.id())).isEqualTo(key.credential());
    }

    @Test
    void forgetsADeletedKey() {
        first();
        AccessKey key = administration.createKey(ACCOUNT, "ann", Role.OPERATOR);

        administration.deleteKey(ACCOUNT, key.id());

        assertThat(active.find(key.id())).isNull();
    }

    @Test
    void keepsTheLastAdministratorOfAnAccount() {
        AccessKey first = first();

        assertThatThrownBy(() -> administration.deleteKey(ACCOUNT, first.id())).isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> administration.switchKey(ACCOUNT, first.id(), false))
                .isInstanceOf(ApiException.class);
        assertThat(active.find(first.id())).isEqualTo(first.credential());

        administration.createKey(ACCOUNT, "second", Role.ADMINISTRATOR);
        administration.deleteKey(ACCOUNT, first.id());
        assertThat(active.find(first.id())).isNull();
    }

    @Test
    void doesNotTouchTheKeysOfAnotherAccount() {
        AccessKey first = first();
        administration.createAccount(OTHER);

        assertThatThrownBy(() -> administration.deleteKey(OTHER, first.id())).isInstanceOf(ApiException.class);
    }

    @Test
    void loadsTheActiveKeysAtAStart() {
        AccessKey first = first();
        var later = new ActiveKeys();

        later.load(transactions, keys);

        assertThat(later.find(first.id())).isEqualTo(first.credential());
    }

    @Test
    void takesATwelveDigitKeyAsThatAccountInDevelopment() {
        AccessKey first = first();
        var credentials = new DevelopmentCredentials(active);

        Credential developer = Objects.requireNonNull(credentials.find("123456789012"));

        assertThat(developer.account()).isEqualTo(new AccountId("123456789012"));
        assertThat(developer.secret()).isEqualTo(new AccessKeySecret("test"));
        assertThat(credentials.find(first.id())).isEqualTo(first.credential());
        assertThat(credentials.find("12345678901")).isNull();
    }

    private AccessKey first() {
        return Objects.requireNonNull(administration.createFirst(ACCOUNT));
    }
}
