// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the first person who can sign in to an installation that has none. */
public final class FirstUser {
    /** His name. */
    public static final String NAME = "admin";

    private final Transactions transactions;
    private final Users users;
    private final PasswordHashes hashes;
    private final OneTimePasswords passwords;
    private final InstantSource clock;

    public FirstUser(
            Transactions transactions,
            Users users,
            PasswordHashes hashes,
            OneTimePasswords passwords,
            InstantSource clock) {
        this.transactions = transactions;
        this.users = users;
        this.hashes = hashes;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** When the account keeps no user yet, makes an administrator of everything; answers his password, or null. */
    public @Nullable String create(AccountId home) {
        boolean isEmpty = transactions.read(
                tx -> users.ofAccount(tx, home, PageRequest.first(1)).items().isEmpty());
        if (!isEmpty) {
            return null;
        }
        String password = passwords.next();
        var first = new User(
                new UserId(home, NAME),
                Set.of(Role.ADMINISTRATOR),
                AccountScope.EVERY,
                hashes.of(password),
                true,
                false,
                0,
                clock.instant(),
                null);
        transactions.change(tx -> users.put(tx, first));
        return password;
    }
}
