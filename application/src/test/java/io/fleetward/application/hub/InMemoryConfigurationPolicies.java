// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Configuration policies in a sorted table. */
public final class InMemoryConfigurationPolicies implements ConfigurationPolicies {
    private record Key(AccountRegion administrator, String id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::administrator).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion administrator, ConfigurationPolicy policy) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable ConfigurationPolicy find(Tx tx, AccountRegion administrator, String id) {
        Row row = rows.get(tx, new Key(administrator, id));
        return row == null ? null : row.policy();
    }

    @Override
    public List<ConfigurationPolicy> all(Tx tx, AccountRegion administrator) {
        return rows.all(tx).stream()
                .filter(row -> row.administrator().equals(administrator))
                .map(Row::policy)
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion administrator, ConfigurationPolicy policy) {
        rows.put(tx, new Key(administrator, policy.id()), new Row(administrator, policy));
    }

    @Override
    public void remove(Tx tx, AccountRegion administrator, String id) {
        rows.remove(tx, new Key(administrator, id));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion administrator) {
        all(tx, administrator).forEach(policy -> remove(tx, administrator, policy.id()));
    }
}
