// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Users in memory. Thread-safe. */
public final class InMemoryUsers implements Users {
    private final InMemoryTable<UserId, User> rows = new InMemoryTable<>();

    @Override
    public void put(Tx tx, User user) {
        rows.put(tx, user.id(), user);
    }

    @Override
    public @Nullable User find(Tx tx, UserId id) {
        return rows.get(tx, id);
    }

    @Override
    public boolean remove(Tx tx, UserId id) {
        return rows.remove(tx, id);
    }

    @Override
    public Page<User> ofAccount(Tx tx, AccountId account, PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        List<User> found = rows.all(tx).stream()
                .filter(user ->
                        user.id().account().equals(account) && user.id().name().compareTo(after) > 0)
                .limit(page.limit() + 1)
                .toList();
        return Page.cut(found, page.limit(), user -> user.id().name());
    }
}
