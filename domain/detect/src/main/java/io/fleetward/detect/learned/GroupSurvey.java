// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.util.Arrays;

/** Gathers what devices have in common. Mutable, confined. */
final class GroupSurvey {
    private static final int FIRST_ROOM = 4096;
    private static final double FARTHEST = 3;
    private static final int DAYS = 7;
    private static final int HOURS_OF_DAY = 24;

    /** So many points are pretended to have shown no difference between hours. */
    private static final int DOUBT = 50;

    private double[] values = new double[FIRST_ROOM];
    private int size;
    private final double[] sums = new double[GroupContext.HOURS];
    private final int[] counts = new int[GroupContext.HOURS];

    /** A value of any device, on the scale on which they are compared. */
    void value(double scaled) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = scaled;
        size++;
    }

    /** By how much a value lies above its device's level, in the device's unrest. */
    void rise(long time, double rise) {
        int hour = GroupContext.hour(time);
        sums[hour] += Math.clamp(rise, -FARTHEST, FARTHEST);
        counts[hour]++;
    }

    GroupContext context(ValueKind kind) {
        if (size == 0) {
            return GroupContext.none();
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        double least = kind.leastExcess(sorted[size / 2]);
        double[] knees = {at(sorted, 1 - Tail.BEYOND), -at(sorted, Tail.BEYOND)};
        double[] far = {at(sorted, 1 - Tail.BEYOND / 10), -at(sorted, Tail.BEYOND / 10)};
        double[] excesses = new double[Baseline.SIDES];
        double unit = (Math.pow(10, Tail.SHAPE) - 1) / Tail.SHAPE;
        for (int side = 0; side < Baseline.SIDES; side++) {
            excesses[side] = Math.max(least, (far[side] - knees[side]) / unit);
        }
        return new GroupContext(size, knees, excesses, week());
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /** Hours that were not seen are like the same hour of the other days. */
    private float[] week() {
        float[] week = new float[GroupContext.HOURS];
        for (int hour = 0; hour < week.length; hour++) {
            double sum = sums[hour];
            int count = counts[hour];
            for (int day = 1; day < DAYS && counts[hour] == 0; day++) {
                sum += sums[(hour + day * HOURS_OF_DAY) % week.length];
                count += counts[(hour + day * HOURS_OF_DAY) % week.length];
            }
            week[hour] = (float) (sum / (count + DOUBT));
        }
        return week;
    }
}
