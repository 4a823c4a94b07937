// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;

/** Subscriptions in a sorted table. */
public final class InMemoryStandardSubscriptions implements StandardSubscriptions {
    private record Row(AccountRegion scope, StandardSubscription subscription) {}

    private final InMemoryTable<String, Row> table = new InMemoryTable<>();

    @Override
    public List<StandardSubscription> of(Tx tx, AccountRegion scope) {
        return table.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::subscription)
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, StandardSubscription subscription) {
        table.put(tx, scope + " " + subscription.standard(), new Row(scope, subscription));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String standard) {
        return table.remove(tx, scope + " " + standard);
    }

    @Override
    public List<AccountRegion> refreshedBefore(Tx tx, Instant moment) {
        return table.all(tx).stream()
                .filter(row -> row.subscription().refreshedAt().isBefore(moment))
                .map(Row::scope)
                .distinct()
                .sorted()
                .toList();
    }
}
