// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.fact.BrokerFact;
import java.util.List;

/** Takes what happened at the broker. Called on event loops: never blocks, never throws; thread-safe. */
public interface BrokerFactSink {
    /** Takes facts in the order in which they happened; the list belongs to the caller, who goes on using it. */
    void accept(List<BrokerFact> facts);

    /** Takes one fact that came alone. */
    default void accept(BrokerFact fact) {
        accept(List.of(fact));
    }
}
