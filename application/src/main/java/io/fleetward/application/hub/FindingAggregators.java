// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** Keeps the finding aggregator of each account. */
public interface FindingAggregators {
    /** The account's aggregator, whatever its home; null when it has none. */
    @Nullable
    FindingAggregator find(Tx tx, AccountId account);

    /** Creates the account's aggregator or replaces it. */
    void save(Tx tx, FindingAggregator aggregator);

    void delete(Tx tx, AccountId account);
}
