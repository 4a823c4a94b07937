// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.metric.Measurand;
import java.util.List;

/**
 * A fact that somebody watches for. Immutable.
 *
 * @param concerned what is measured where it happened and it says something about
 * @param grainStart the start of the shortest windows in which it counts, in epoch milliseconds
 */
record SeenFact(BrokerFact fact, List<Measurand> concerned, long grainStart) {}
