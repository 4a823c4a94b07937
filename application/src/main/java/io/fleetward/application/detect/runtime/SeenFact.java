// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.broker.fact.BrokerFact;

/**
 * A fact that somebody watches for. Immutable.
 *
 * @param metricMask the metrics that are measured where it happened
 * @param periodStart the start of the metric period in which it happened, in epoch milliseconds
 */
record SeenFact(BrokerFact fact, int metricMask, long periodStart) {}
