// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.Map;
import java.util.TreeMap;

/** Tags in memory. */
public final class InMemoryTags implements Tags {
    private final InMemoryTable<ScopedKey, Map<String, String>> rows = new InMemoryTable<>();

    @Override
    public Map<String, String> of(Tx tx, AccountRegion scope, Arn resource) {
        Map<String, String> tags = rows.get(tx, ScopedKey.of(scope, resource));
        return tags == null ? Map.of() : tags;
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Arn resource, String key, String value) {
        var tags = new TreeMap<>(of(tx, scope, resource));
        tags.put(key, value);
        rows.put(tx, ScopedKey.of(scope, resource), tags);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Arn resource, String key) {
        var tags = new TreeMap<>(of(tx, scope, resource));
        tags.remove(key);
        rows.put(tx, ScopedKey.of(scope, resource), tags);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope, Arn resource) {
        rows.remove(tx, ScopedKey.of(scope, resource));
    }
}
