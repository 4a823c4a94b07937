// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** A metric that is measured on what happens at the broker. */
public non-sealed interface CloudMetric extends Metric {
    /** The kinds of facts that say something about the metric; each of them does. */
    Set<Class<? extends BrokerFact>> facts();

    /** The kinds of facts that say something about the part of the metric inside or outside a dimension. */
    default Set<Class<? extends BrokerFact>> factsOfDimensions() {
        return hasDimensions() ? facts() : Set.of();
    }

    /** What facts are folded into, empty. */
    default Gathered newActivity() {
        return newWindow();
    }

    /** Takes what the fact says, which is of one of {@link #facts}, into what was folded so far. */
    void observe(BrokerFact fact, Gathered into);
}
