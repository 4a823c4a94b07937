// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts in memory. Thread-safe. */
public final class InMemoryAccounts implements Accounts {
    private final InMemoryTable<AccountId, Account> rows = new InMemoryTable<>();

    @Override
    public boolean add(Tx tx, Account account) {
        boolean isNew = rows.get(tx, account.id()) == null;
        if (isNew) {
            rows.put(tx, account.id(), account);
        }
        return isNew;
    }

    @Override
    public @Nullable Account find(Tx tx, AccountId id) {
        return rows.get(tx, id);
    }

    @Override
    public List<Account> all(Tx tx) {
        return rows.all(tx);
    }
}
