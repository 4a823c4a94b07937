// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;

/** Does its part when regions are linked to a home region, in the same transaction. Thread-safe. */
public interface AggregatorFollower {
    /** From now on the aggregator links regions as it says. */
    void linked(Tx tx, FindingAggregator aggregator);
}
