// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

/**
 * How much a training does at once and altogether, which bounds what it takes of processor and memory. Immutable.
 *
 * @param devices of how many devices at most a model learns; of more, of a random share
 * @param points how many datapoints at most
 * @param pointsAtOnce about how many datapoints are read, or worked on, in one step
 * @param pointsBetweenCheckpoints how many datapoints may have to be read again after the end of the process
 * @param versions how many versions of a model are kept
 */
public record TrainingPace(int devices, long points, int pointsAtOnce, long pointsBetweenCheckpoints, int versions) {
    /** Steps of some ten milliseconds. */
    public static final TrainingPace STANDARD = new TrainingPace(20_000, 2_000_000, 2_000, 250_000, 8);
}
