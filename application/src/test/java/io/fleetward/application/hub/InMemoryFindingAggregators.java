// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** Finding aggregators in a sorted table. */
public final class InMemoryFindingAggregators implements FindingAggregators {
    private final InMemoryTable<AccountId, FindingAggregator> rows = new InMemoryTable<>();

    @Override
    public @Nullable FindingAggregator find(Tx tx, AccountId account) {
        return rows.get(tx, account);
    }

    @Override
    public void save(Tx tx, FindingAggregator aggregator) {
        rows.put(tx, aggregator.home().account(), aggregator);
    }

    @Override
    public void delete(Tx tx, AccountId account) {
        rows.remove(tx, account);
    }
}
