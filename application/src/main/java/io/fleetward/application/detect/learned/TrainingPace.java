// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

/**
 * How much a training does at once and altogether, which bounds what it takes of processor and memory. Immutable.
 *
 * @param devices of how many devices at most a model learns; of more, of a random share
 * @param points how many datapoints at most
 * @param devicesAtOnce how many devices are read in one step
 * @param pointsAtOnce about how many datapoints are worked on in one step
 * @param pointsBetweenCheckpoints how much work the end of the process may cost
 * @param versions how many versions of a model are kept
 */
public record TrainingPace(
        int devices, long points, int devicesAtOnce, int pointsAtOnce, long pointsBetweenCheckpoints, int versions) {
    /** Steps of some ten milliseconds. */
    public static final TrainingPace STANDARD = new TrainingPace(20_000, 2_000_000, 4, 2_000, 250_000, 8);
}
