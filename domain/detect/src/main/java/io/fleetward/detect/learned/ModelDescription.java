// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What a model was learned from, for audit and replay. Immutable.
 *
 * @param config what it was to be learned of
 * @param from the first point, in epoch milliseconds; zero without points
 * @param to the last point, in epoch milliseconds; zero without points
 * @param points how many points it was given
 * @param devices of how many devices
 * @param dataHash tells whether two models were given the same points: 64 hexadecimal digits
 */
public record ModelDescription(ModelConfig config, long from, long to, long points, long devices, String dataHash) {
    /** How much of what the gates ask it was given, 0 to 1; a ripe model has 1. */
    public double ripeness() {
        return points == 0 ? 0 : config.gates().share(to - from + config.periodMillis(), points);
    }
}
