// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access keys in memory. Thread-safe. */
public final class InMemoryAccessKeys implements AccessKeys {
    private final InMemoryTable<String, AccessKey> rows = new InMemoryTable<>();

    @Override
    public void put(Tx tx, AccessKey key) {
        rows.put(tx, key.id(), key);
    }

    @Override
    public @Nullable AccessKey find(Tx tx, String id) {
        return rows.get(tx, id);
    }

    @Override
    public void used(Tx tx, String id, Instant at) {
        AccessKey key = rows.get(tx, id);
        if (key != null) {
            var used = new AccessKey(
                    key.id(),
                    key.account(),
                    key.user(),
                    key.role(),
                    key.secret(),
                    key.isActive(),
                    key.createdAt(),
                    key.limits(),
                    at);
            rows.put(tx, id, used);
        }
    }

    @Override
    public boolean remove(Tx tx, String id) {
        return rows.remove(tx, id);
    }

    @Override
    public Page<AccessKey> ofAccount(Tx tx, AccountId account, PageRequest page) {
        String after = page.after() == null ? "" : page.after();
        List<AccessKey> found = rows.all(tx).stream()
                .filter(key -> key.account().equals(account) && key.id().compareTo(after) > 0)
                .limit(page.limit() + 1)
                .toList();
        return Page.cut(found, page.limit(), AccessKey::id);
    }

    @Override
    public List<AccessKey> active(Tx tx) {
        return rows.all(tx).stream()
                .filter(AccessKey::isActive)
                .sorted(Comparator.comparing(AccessKey::createdAt).thenComparing(AccessKey::id))
                .toList();
    }
}
