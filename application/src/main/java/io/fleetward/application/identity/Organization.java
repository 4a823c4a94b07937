// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one organization of an installation: all its accounts, managed by the first of them. Thread-safe. */
public final class Organization {
    private final Accounts accounts;
    private final boolean isOpen;

    /**
     * The organization of these accounts.
     *
     * @param isOpen whether every account number belongs to it: with development accounts all of them exist
     */
    public Organization(Accounts accounts, boolean isOpen) {
        this.accounts = accounts;
        this.isOpen = isOpen;
    }

    /** The account that the installation began with; null before there is one. */
    public @Nullable AccountId management(Tx tx) {
        return accounts.all(tx).stream()
                .min(Comparator.comparing(Account::createdAt).thenComparing(Account::id))
                .map(Account::id)
                .orElse(null);
    }

    /** The accounts that are known of, in the order of their numbers. */
    public List<AccountId> accounts(Tx tx) {
        return accounts.all(tx).stream().map(Account::id).toList();
    }

    /** Whether the account belongs to the organization. */
    public boolean contains(Tx tx, AccountId account) {
        return isOpen || accounts.find(tx, account) != null;
    }
}
