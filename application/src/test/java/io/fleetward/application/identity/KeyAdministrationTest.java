// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IdentityError;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyAdministrationTest {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final AccountRegion HOME = AccountRegion.of("000000000000", "us-east-1");
    private static final CallContext BY = new CallContext(
            new Caller(HOME, "arn:aws:iam::000000000000:user/admin", "AKIA1", Role.ADMINISTRATOR, "127.0.0.1"),
            "request-1",
            Instant.parse("2026-06-01T00:00:00Z"));
    private static final AccountId OTHER = new AccountId("111111111111");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAccessKeys keys = new InMemoryAccessKeys();
    private final InMemoryAdministrativeActs acts = new InMemoryAdministrativeActs();
    private final ActiveKeys active = new ActiveKeys(VirtualClock.atStart());
    private final KeyAdministration administration = new KeyAdministration(
            new KeyAdministration.Keeping(transactions, new InMemoryAccounts(), keys, acts, active),
            new AccessKeyMint(new Random(7)),
            VirtualClock.atStart());

    @Test
    void createsTheFirstAdministratorOnce() {
        AccessKey first = first();

        assertThat(first.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(first.secret().value()).matches("[A-Za-z0-9+/]{40}");
        assertThat(first.ownerArn()).isEqualTo("arn:aws:iam::000000000000:user/admin");
        assertThat(active.find(first.id())).isEqualTo(first.credential());
        assertThat(administration.createFirst(HOME)).isNull();
    }

    @Test
    void tellsOfAccountsInTheTransactionThatMakesThem() {
        first();
        var told = new ArrayList<Account>();
        administration.listen((tx, account) -> told.add(account));
        administration.createAccount(BY, OTHER);
        assertThat(told)
                .containsExactly(new Account(OTHER, VirtualClock.atStart().instant()));

        AccountId refused = new AccountId("222222222222");
        administration.listen((tx, account) -> {
            throw new IllegalStateException("told to fail");
        });
        assertThatThrownBy(() -> administration.createAccount(BY, refused)).hasMessage("told to fail");
        assertThatThrownBy(() -> administration.createKey(BY, refused, "ann", Role.READ_ONLY))
                .isInstanceOf(ApiException.class);
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

        AccessKey key = administration.createKey(BY, ACCOUNT, "ann", Role.ANALYST);

        assertThat(Objects.requireNonNull(active.find(key.id())).roles()).containsExactly(Role.ANALYST);
        assertThat(administration.list(ACCOUNT, PageRequest.first(10)).items()).hasSize(2);
    }

    @Test
    void refusesKeysForAnUnknownAccount() {
        assertThatThrownBy(() -> administration.createKey(BY, OTHER, "ann", Role.ANALYST))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(IdentityError.NO_SUCH_ENTITY));
    }

    @Test
    void refusesAUserNameThatIsNone() {
        first();

        assertThatThrownBy(() -> administration.createKey(BY, ACCOUNT, "ann/../root", Role.ANALYST))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("ann/../root");
    }

    @Test
    void createsFurtherAccountsWithAnAdministratorEach() {
        first();

        AccessKey key = administration.createAccount(BY, OTHER);

        assertThat(key.account()).isEqualTo(OTHER);
        assertThat(key.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> administration.createAccount(BY, OTHER)).isInstanceOf(ApiException.class);
    }

    @Test
    void forgetsAKeyThatIsSwitchedOffUntilItIsSwitchedOn() {
        first();
        AccessKey key = administration.createKey(BY, ACCOUNT, "ann", Role.OPERATOR);

        administration.switchKey(BY, ACCOUNT, key.id(), false);
        assertThat(active.find(key.id())).isNull();
        administration.switchKey(BY, ACCOUNT, key.id(), true);
        assertThat(active.find(key.id())).isEqualTo(key.credential());
    }

    @Test
    void forgetsADeletedKey() {
        first();
        AccessKey key = administration.createKey(BY, ACCOUNT, "ann", Role.OPERATOR);

        administration.deleteKey(BY, ACCOUNT, key.id());

        assertThat(active.find(key.id())).isNull();
    }

    @Test
    void keepsTheLastAdministratorOfAnAccount() {
        AccessKey first = first();

        assertThatThrownBy(() -> administration.deleteKey(BY, ACCOUNT, first.id()))
                .isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> administration.switchKey(BY, ACCOUNT, first.id(), false))
                .isInstanceOf(ApiException.class);
        assertThat(active.find(first.id())).isEqualTo(first.credential());

        administration.createKey(BY, ACCOUNT, "second", Role.ADMINISTRATOR);
        administration.deleteKey(BY, ACCOUNT, first.id());
        assertThat(active.find(first.id())).isNull();
    }

    @Test
    void doesNotTouchTheKeysOfAnotherAccount() {
        AccessKey first = first();
        administration.createAccount(BY, OTHER);

        assertThatThrownBy(() -> administration.deleteKey(BY, OTHER, first.id()))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void loadsTheActiveKeysAtAStart() {
        AccessKey first = first();
        var later = new ActiveKeys(VirtualClock.atStart());

        later.load(transactions, keys);

        assertThat(later.find(first.id())).isEqualTo(first.credential());
    }

    @Test
    void logsEveryChangeWithoutTheSecret() {
        AccessKey first = first();
        AccessKey key = administration.createKey(BY, ACCOUNT, "ann", Role.OPERATOR);
        administration.switchKey(BY, ACCOUNT, key.id(), false);
        administration.deleteKey(BY, ACCOUNT, key.id());

        List<AdministrativeAct> log = transactions
                .read(tx -> acts.newest(tx, HOME, PageRequest.first(10)))
                .items();

        assertThat(log)
                .extracting(AdministrativeAct::action, AdministrativeAct::requestId)
                .containsExactly(
                        tuple("iam:DeleteAccessKey", "request-1"),
                        tuple("iam:UpdateAccessKey", "request-1"),
                        tuple("iam:CreateAccessKey", "request-1"),
                        tuple("iam:CreateAccessKey", "first-start"));
        assertThat(log).extracting(AdministrativeAct::resource).contains(key.ownerArn() + "/" + key.id());
        assertThat(log.toString())
                .doesNotContain(first.secret().value(), key.secret().value());
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
        return Objects.requireNonNull(administration.createFirst(HOME));
    }
}
