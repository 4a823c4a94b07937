// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.kernel.AccountId;
import java.util.Set;

/**
 * The accounts that somebody may work in. Immutable.
 *
 * @param isEvery whether those are all accounts, also those to come; {@code accounts} is empty then
 */
public record AccountScope(boolean isEvery, Set<AccountId> accounts) {
    /** Every account of the installation. */
    public static final AccountScope EVERY = new AccountScope(true, Set.of());

    public AccountScope {
        accounts = Set.copyOf(accounts);
        if (isEvery != accounts.isEmpty()) {
            throw new IllegalArgumentException("either every account or at least one");
        }
    }

    /** These accounts, at least one. */
    public static AccountScope of(Set<AccountId> accounts) {
        return new AccountScope(false, accounts);
    }

    /** One account. */
    public static AccountScope of(AccountId account) {
        return of(Set.of(account));
    }

    public boolean includes(AccountId account) {
        return isEvery || accounts.contains(account);
    }
}
