// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What the devices of a target have in common: where their values lie, and how the hours of the week differ. Immutable.
 *
 * @param points from how many datapoints it is known
 * @param knees of the values of all devices: upper, lower
 * @param excesses of the same
 * @param week by how much each hour of the week lies above a device's level, in the device's unrest
 */
@SuppressWarnings("ArrayRecordComponent") // Never handed out.
record GroupContext(long points, double[] knees, double[] excesses, float[] week) {
    static final int HOURS = 168;

    /** At so many points, tails are taken to be twice as wide as they look. */
    private static final double CAUTION = 100;

    /** Fewer points say nothing about a device that was never seen. */
    private static final int ENOUGH = 150;

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int DAYS = 7;
    private static final int HOURS_OF_DAY = 24;

    /** Nothing is known. */
    static GroupContext none() {
        return new GroupContext(0, new double[Baseline.SIDES], new double[Baseline.SIDES], new float[HOURS]);
    }

    /** Whether a device that is hardly known can be judged by the others. */
    boolean isKnown() {
        return points >= ENOUGH;
    }

    double above(double value) {
        return Tail.probability(value, knees[0], excesses[0] * caution());
    }

    double below(double value) {
        return Tail.probability(-value, knees[1], excesses[1] * caution());
    }

    double upper(double probability) {
        return Tail.quantile(probability, knees[0], excesses[0] * caution());
    }

    double lower(double probability) {
        return -Tail.quantile(probability, knees[1], excesses[1] * caution());
    }

    private double caution() {
        return 1 + CAUTION / points;
    }

    /** By how much the hour of the week lies above the level, in unrests. */
    double hourly(long time) {
        return week[hour(time)];
    }

    /** By how much the hour of the week lies above the same hour of the other days, in unrests. */
    double weekly(long time) {
        int hour = hour(time);
        double sum = 0;
        for (int day = 0; day < DAYS; day++) {
            sum += week[(hour + day * HOURS_OF_DAY) % HOURS];
        }
        return week[hour] - sum / DAYS;
    }

    static int hour(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, HOUR_MILLIS), (long) HOURS);
    }
}
