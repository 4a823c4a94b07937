// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Subscriptions to products in a sorted table. */
public final class InMemoryProductSubscriptions implements ProductSubscriptions {
    private record Key(AccountRegion scope, String product) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::product);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final InMemoryTable<Key, Key> rows = new InMemoryTable<>();

    @Override
    public Set<String> among(Tx tx, AccountRegion scope, Collection<String> products) {
        return products.stream()
                .filter(product -> rows.get(tx, new Key(scope, product)) != null)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean add(Tx tx, AccountRegion scope, String product) {
        var key = new Key(scope, product);
        boolean isNew = rows.get(tx, key) == null;
        rows.put(tx, key, key);
        return isNew;
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String product) {
        return rows.remove(tx, new Key(scope, product));
    }

    @Override
    public Page<String> list(Tx tx, AccountRegion scope, PageRequest page) {
        String after = page.after();
        List<String> rest = ofScope(tx, scope).stream()
                .filter(product -> after == null || product.compareTo(after) > 0)
                .toList();
        return Page.cut(rest, page.limit(), product -> product);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope, String productPrefix) {
        ofScope(tx, scope).stream()
                .filter(product -> product.startsWith(productPrefix))
                .forEach(product -> rows.remove(tx, new Key(scope, product)));
    }

    private List<String> ofScope(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(key -> key.scope().equals(scope))
                .map(Key::product)
                .toList();
    }
}
