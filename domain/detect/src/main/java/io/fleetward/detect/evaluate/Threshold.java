// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.Statistic;

/**
 * A percentile of what devices did, as a bound. Immutable.
 *
 * @param population how many devices it was taken from
 */
public record Threshold(Statistic statistic, double value, long population) implements Yardstick {}
