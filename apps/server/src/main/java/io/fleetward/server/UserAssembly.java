// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.Credentials;
import io.fleetward.application.user.FirstUser;
import io.fleetward.application.user.OneTimePasswords;
import io.fleetward.application.user.SessionCredentials;
import io.fleetward.application.user.Sessions;
import io.fleetward.application.user.SignIn;
import io.fleetward.application.user.SignInDelays;
import io.fleetward.application.user.UserAccess;
import io.fleetward.application.user.UserAdministration;
import io.fleetward.pki.Argon2Hashes;
import io.fleetward.store.user.JdbcUsers;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign in, and what is signed in.
 *
 * @param connections what those may who are connected, by key or by session
 * @param firstPassword of the first user, whom this start made; null at every later start
 */
record UserAssembly(
        Sessions sessions,
        SignIn signIn,
        UserAccess access,
        UserAdministration administration,
        Credentials connections,
        @Nullable String firstPassword) {

    static UserAssembly of(Settings settings, Foundation foundation, StoreAssembly store, IdentityAssembly identity) {
        var users = new JdbcUsers();
        var hashes = new Argon2Hashes(foundation.random());
        var sessions = new Sessions(foundation.random(), foundation.clock());
        var passwords = new OneTimePasswords(foundation.random());
        var first = new FirstUser(store.state(), users, hashes, passwords, foundation.clock());
        String password = first.create(settings.home().account());
        var signIn = new SignIn(
                new SignIn.Keeping(store.state(), users, identity.acts(), sessions),
                hashes,
                new SignInDelays(foundation.clock()),
                settings.home(),
                foundation.ids(),
                foundation.clock());
        return new UserAssembly(
                sessions,
                signIn,
                new UserAccess(store.state(), identity.accounts(), identity.organization()),
                new UserAdministration(
                        new UserAdministration.Keeping(store.state(), users, sessions, identity.organization()),
                        hashes,
                        passwords,
                        foundation.clock()),
                new SessionCredentials(identity.credentials(), sessions, foundation.ids()),
                password);
    }

    @Override
    public String toString() {
        return "UserAssembly";
    }
}
