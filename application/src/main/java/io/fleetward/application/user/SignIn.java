// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.user.Sessions.Opened;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in with their password and lets them change it.
 *
 * <p>Thread-safe; blocks. Who guesses is made to wait by {@link SignInDelays}; a name that nobody has takes as long as
 * a wrong password and is answered alike.
 */
public final class SignIn {
    private final Keeping keeping;
    private final PasswordHashes hashes;
    private final PasswordHash nobodys;
    private final SignInDelays delays;
    private final AccountRegion home;
    private final Ids ids;
    private final InstantSource clock;

    /** Where users, sessions and the log of what they did are kept. */
    public record Keeping(Transactions transactions, Users users, AdministrativeActs acts, Sessions sessions) {}

    /**
     * What people sign in to.
     *
     * @param home the account of a name that is given without one
     */
    public SignIn(
            Keeping keeping,
            PasswordHashes hashes,
            SignInDelays delays,
            AccountRegion home,
            Ids ids,
            InstantSource clock) {
        this.keeping = keeping;
        this.hashes = hashes;
        this.nobodys = hashes.ofNobody();
        this.delays = delays;
        this.home = home;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of an attempt. */
    public sealed interface Outcome {
        /** The session that was opened. */
        record SignedIn(Opened opened) implements Outcome {}

        /** Not this user, not this password, or a user who may not sign in; which of these is not told. */
        record Refused() implements Outcome {}

        /** Nothing was tried: too many attempts have failed. */
        record TooMany(Duration pause) implements Outcome {}
    }

    /**
     * Tries to sign in.
     *
     * @param name of a user of the home account, or of another one as {@code 111111111111/ann}
     */
    public Outcome signIn(String name, String password, String sourceIp) {
        UserId id = SignInName.parse(name, home.account());
        String counted = id == null ? "" : id.arn();
        Duration wait = delays.begin(counted, sourceIp);
        if (!wait.isZero()) {
            return new Outcome.TooMany(wait);
        }
        User user = id == null ? null : find(id);
        boolean isRight = hashes.matches(password, user == null ? nobodys : user.password());
        if (user == null || !isRight || user.isDisabled()) {
            if (user != null) {
                record(user.id(), "SignIn", "SignInFailed", "", sourceIp);
            }
            return new Outcome.Refused();
        }
        delays.succeeded(counted, sourceIp);
        return open(user, sourceIp);
    }

    /**
     * Changes the password of the session's user, which ends all his sessions and opens him a new one.
     *
     * @return why the new password cannot be had, in words for a person, or what became of the attempt
     */
    public PasswordChange changePassword(Session session, String current, String wanted, String sourceIp) {
        String problem = PasswordRules.problem(wanted, session.user().name());
        if (problem == null && wanted.equals(current)) {
            problem = "The new password must be another one.";
        }
        if (problem != null) {
            return new PasswordChange.NotGood(problem);
        }
        String counted = session.user().arn();
        Duration wait = delays.begin(counted, sourceIp);
        if (!wait.isZero()) {
            return new PasswordChange.Done(new Outcome.TooMany(wait));
        }
        User user = find(session.user());
        if (user == null || !hashes.matches(current, user.password())) {
            return new PasswordChange.Done(new Outcome.Refused());
        }
        delays.succeeded(counted, sourceIp);
        PasswordHash changed = hashes.of(wanted);
        User after = keeping.transactions.write(tx -> change(tx, user, changed, session, sourceIp));
        return new PasswordChange.Done(after == null ? new Outcome.Refused() : open(after, sourceIp));
    }

    /** What became of the wish for another password. */
    public sealed interface PasswordChange {
        /** The wish was granted or refused like an attempt to sign in. */
        record Done(Outcome outcome) implements PasswordChange {}

        /** Nobody can have that password. */
        record NotGood(String problem) implements PasswordChange {}
    }

    private @Nullable User change(Tx tx, User user, PasswordHash changed, Session session, String sourceIp) {
        User now = keeping.users.find(tx, user.id());
        if (now == null || now.revision() != user.revision()) {
            return null;
        }
        User after = now.withPassword(changed, false);
        keeping.users.put(tx, after);
        append(tx, user.id(), "ChangePassword", AdministrativeAct.SUCCESS, session.id(), sourceIp);
        tx.afterCommit(() -> keeping.sessions.endAll(user.id()));
        return after;
    }

    /** What changed the user in the meantime ended his sessions before this one was opened, so it is asked again. */
    private Outcome open(User user, String sourceIp) {
        Opened opened = keeping.sessions.open(user);
        boolean isStillSo = keeping.transactions.write(tx -> {
            User now = keeping.users.find(tx, user.id());
            if (now == null || now.revision() != user.revision()) {
                return false;
            }
            keeping.users.put(tx, now.signedIn(clock.instant()));
            append(
                    tx,
                    user.id(),
                    "SignIn",
                    AdministrativeAct.SUCCESS,
                    opened.session().id(),
                    sourceIp);
            return true;
        });
        if (!isStillSo) {
            keeping.sessions.end(opened.session());
            return new Outcome.Refused();
        }
        return new Outcome.SignedIn(opened);
    }

    private @Nullable User find(UserId id) {
        return keeping.transactions.read(tx -> keeping.users.find(tx, id));
    }

    private void record(UserId user, String action, String outcome, String session, String sourceIp) {
        keeping.transactions.change(tx -> append(tx, user, action, outcome, session, sourceIp));
    }

    private void append(Tx tx, UserId user, String action, String outcome, String session, String sourceIp) {
        keeping.acts.append(
                tx,
                new AdministrativeAct(
                        clock.instant(),
                        new AccountRegion(user.account(), home.region()),
                        user.arn(),
                        session,
                        "fleetward:" + action,
                        user.arn(),
                        outcome,
                        sourceIp,
                        ids.uuid()));
    }
}
