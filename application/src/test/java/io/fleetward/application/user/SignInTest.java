// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.InMemoryAdministrativeActs;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.user.SignIn.Outcome;
import io.fleetward.application.user.SignIn.PasswordChange;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import io.fleetward.testkit.VirtualClock;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final AccountRegion HOME = new AccountRegion(TestUsers.HOME, new Region("us-east-1"));
    private static final String PASSWORD = "correct horse battery";

    private final VirtualClock clock = VirtualClock.atStart();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryAdministrativeActs acts = new InMemoryAdministrativeActs();
    private final Sessions sessions = new Sessions(new Random(2), clock);
    private final AtomicInteger hashed = new AtomicInteger();
    private Runnable whileHashing = () -> {};
    private final SignIn signIn = new SignIn(
            new SignIn.Keeping(transactions, users, acts, sessions),
            new CountedHashes(),
            new SignInDelays(clock),
            HOME,
            new Ids(new Random(1)),
            clock);

    SignInTest() {
        put(TestUsers.user("ann", PASSWORD, Role.ANALYST));
    }

    @Test
    void opensASessionForTheRightPassword() {
        Session session = signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.1"));

        assertThat(session.user().arn()).isEqualTo("arn:aws:iam::000000000000:user/ann");
        assertThat(session.roles()).containsExactly(Role.ANALYST);
        assertThat(stored(users, session.user()).lastSignInAt()).isEqualTo(clock.instant());
        assertThat(acts())
                .extracting(AdministrativeAct::action, AdministrativeAct::outcome, AdministrativeAct::accessKeyId)
                .containsExactly(tuple("fleetward:SignIn", "Success", session.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "nobody", "", "not a name", "000000000001/ann", "0000/ann", "a/b/c"})
    void answersAWrongPasswordAndAWrongNameAlikeAndAfterTheSameWork(String name) {
        hashed.set(0);
        assertThat(signIn.signIn(name, "guess", "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        assertThat(hashed).hasValue(1);
    }

    @Test
    void findsUsersOfOtherAccountsByTheirAccount() {
        var elsewhere = new AccountId("111111111111");
        put(new User(
                new UserId(elsewhere, "eve"),
                Set.of(Role.READ_ONLY),
                AccountScope.of(elsewhere),
                new PlainHashes().of(PASSWORD),
                false,
                false,
                0,
                clock.instant(),
                null));

        assertThat(signIn.signIn("eve", PASSWORD, "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        assertThat(signedIn(signIn.signIn("111111111111/eve", PASSWORD, "192.0.2.1"))
                        .user()
                        .account())
                .isEqualTo(elsewhere);
    }

    @Test
    void refusesADisabledUserLikeAWrongPassword() {
        User ann = TestUsers.user("ann", PASSWORD, Role.ANALYST);
        put(ann.permitted(ann.roles(), ann.scope(), true));
        assertThat(signIn.signIn("ann", PASSWORD, "192.0.2.1")).isEqualTo(new Outcome.Refused());
        assertThat(acts()).extracting(AdministrativeAct::outcome).containsExactly("SignInFailed");
    }

    @Test
    void triesNothingOnceTooManyAttemptsHaveFailed() {
        for (int i = 0; i < SignInDelays.USER_FAILURES; i++) {
            signIn.signIn("ann", "guess " + i, "192.0.2.1");
        }
        hashed.set(0);
        assertThat(signIn.signIn("ann", PASSWORD, "192.0.2.1")).isEqualTo(new Outcome.TooMany(SignInDelays.FIRST));
        assertThat(hashed).hasValue(0);
        clock.advance(SignInDelays.FIRST);
        signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.1"));
    }

    @Test
    void opensNothingForAUserWhoWasChangedWhileThePasswordWasChecked() {
        User ann = TestUsers.user("ann", PASSWORD, Role.ANALYST);
        whileHashing = () -> put(ann.permitted(Set.of(Role.READ_ONLY), ann.scope(), false));
        assertThat(signIn.signIn("ann", PASSWORD, "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void endsEverySessionWhenThePasswordChangesAndOpensANewOne() {
        Session here = signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.1"));
        Session there = signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.2"));

        Session after = signedIn(change(here, PASSWORD, "another long password"));

        assertThat(sessions.isLive(here)).isFalse();
        assertThat(sessions.isLive(there)).isFalse();
        assertThat(sessions.isLive(after)).isTrue();
        assertThat(after.mustChange()).isFalse();
        assertThat(signIn.signIn("ann", PASSWORD, "192.0.2.1")).isInstanceOf(Outcome.Refused.class);
        signedIn(signIn.signIn("ann", "another long password", "192.0.2.1"));
    }

    @Test
    void changesNothingWithoutTheCurrentPassword() {
        Session session = signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.1"));
        assertThat(change(session, "guess", "another long password")).isInstanceOf(Outcome.Refused.class);
        assertThat(sessions.isLive(session)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "contains Ann somewhere", "aaaaaaaaaaaabbb", PASSWORD})
    void takesNoPasswordThatIsEasyToGuess(String wanted) {
        Session session = signedIn(signIn.signIn("ann", PASSWORD, "192.0.2.1"));
        assertThat(signIn.changePassword(session, PASSWORD, wanted, "192.0.2.1"))
                .isInstanceOf(PasswordChange.NotGood.class);
    }

    @Test
    void makesTheFirstUserOnce() {
        var empty = new InMemoryUsers();
        var first = new FirstUser(transactions, empty, new PlainHashes(), new OneTimePasswords(new Random(3)), clock);

        String password = Objects.requireNonNull(first.create(TestUsers.HOME));

        assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        User admin = stored(empty, new UserId(TestUsers.HOME, "admin"));
        assertThat(admin.mustChange()).isTrue();
        assertThat(admin.scope()).isEqualTo(AccountScope.EVERY);
        assertThat(admin.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(new PlainHashes().matches(password, admin.password())).isTrue();
        assertThat(first.create(TestUsers.HOME)).isNull();
    }

    private Outcome change(Session session, String current, String wanted) {
        PasswordChange change = signIn.changePassword(session, current, wanted, "192.0.2.1");
        assertThat(change).isInstanceOf(PasswordChange.Done.class);
        return ((PasswordChange.Done) change).outcome();
    }

    private static Session signedIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        return ((Outcome.SignedIn) outcome).opened().session();
    }

    private List<AdministrativeAct> acts() {
        return transactions.read(
                tx -> acts.newest(tx, HOME, PageRequest.first(10)).items());
    }

    private void put(User user) {
        transactions.change(tx -> users.put(tx, user));
    }

    private final class CountedHashes implements PasswordHashes {
        private final PlainHashes plain = new PlainHashes();

        @Override
        public PasswordHash of(String password) {
            return plain.of(password);
        }

        @Override
        public PasswordHash ofNobody() {
            return plain.ofNobody();
        }

        @Override
        public boolean matches(String password, PasswordHash hash) {
            hashed.incrementAndGet();
            whileHashing.run();
            return plain.matches(password, hash);
        }
    }

    private User stored(Users where, UserId id) {
        return Objects.requireNonNull(transactions.<@Nullable User>read(tx -> where.find(tx, id)));
    }
}
