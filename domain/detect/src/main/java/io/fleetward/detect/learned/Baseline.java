// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;

/**
 * A device's own normal: levels over several spans, the usual value of each half hour of the day, and the two tails of
 * every {@link Head}. Some 430 bytes, whatever the device does. Mutable, confined.
 *
 * <p>Tails are learned without keeping values: the knee climbs or sinks by steps that make the right share of values
 * pass it, the excess is the mean of how far they do. Until a tail has seen {@value #WARM} values, the same two numbers
 * hold mean and sum of squares.
 */
final class Baseline implements DeviceBaseline {
    /** From so many datapoints on, the device is judged by itself. */
    static final int WARM = 40;

    /** How far figures that are ratios or logarithms of such pass their knee at least. */
    static final double LEAST_RATIO = 0.02;

    static final int SLOTS = 48;
    static final int SIDES = 2;

    /** In datapoints; of five minutes, from twenty minutes to almost three days. */
    private static final int[] SPANS = {4, 24, 120, 800};

    private static final int SHORT = 0;
    private static final int MEDIUM = 1;
    private static final int LONG = 2;
    private static final int DAY = 3;
    private static final long SLOT_MILLIS = 30 * 60 * 1000L;

    /** So many values are remembered: two weeks of five minutes. */
    private static final int MEMORY = 4032;

    /** What a single value may teach about the excess, in excesses: an attacker must not stretch the tail at once. */
    private static final double MOST_TAUGHT = 30;

    private static final double LEAST_HOUR_WEIGHT = 0.03;
    private static final int MOST_VISITS = 255;

    private final double[] levels = new double[SPANS.length];
    private final float[] hours = new float[SLOTS];
    private final byte[] visits = new byte[SLOTS];
    private final float[] knees = new float[SIDES * Head.COUNT];
    private final float[] excesses = new float[SIDES * Head.COUNT];
    private int points;
    private long last;
    private double origin;
    private double unrest;
    private double stir;

    /** What the last datapoint was expected to be by its hour; not kept. */
    private double expected;

    @Override
    public long points() {
        return points;
    }

    @Override
    public byte[] toBytes() {
        return BaselineBytes.write(this);
    }

    /** Whether the device is known well enough to be judged by its own past. */
    boolean isWarm() {
        return points >= WARM;
    }

    /** The usual value of the hour of the last datapoint, above the origin. */
    double expected() {
        return expected;
    }

    /** Where the device's values lie, on the scale on which they are compared. */
    double level() {
        return origin + levels[LONG];
    }

    /** By how much a value lies above the device's level, in its unrest. */
    double rise(double absolute) {
        return (absolute - origin - levels[DAY]) / unrest;
    }

    /** Whether the tails of a head are known. */
    boolean knows(Head head) {
        return points - head.from > WARM;
    }

    /** Takes a value into the levels and tells the figures of all heads. */
    double[] observe(double absolute, long time, GroupContext group, double grain) {
        if (points == 0) {
            origin = absolute;
        }
        double value = absolute - origin;
        expected = points == 0 ? 0 : usual(time, group);
        double surge = (value - levels[MEDIUM]) / (stir + grain);
        stir += weight(MEDIUM) * (Math.abs(value - levels[MEDIUM]) - stir);
        unrest += weight(LONG) * (Math.abs(value - levels[LONG]) - unrest);
        for (int span = 0; span < SPANS.length; span++) {
            levels[span] += weight(span) * (value - levels[span]);
        }
        double quiet = 1e-6 + 1e-3 * Math.abs(origin + levels[DAY]);
        double[] figures = new double[Head.COUNT];
        figures[Head.VALUE.index] = value;
        figures[Head.SHORT_LEVEL.index] = levels[SHORT];
        figures[Head.MEDIUM_LEVEL.index] = levels[MEDIUM];
        figures[Head.LONG_LEVEL.index] = levels[LONG];
        figures[Head.TREND.index] = levels[MEDIUM] - levels[DAY];
        figures[Head.SURGE.index] = surge;
        figures[Head.UNREST.index] = Math.log(quiet + unrest);
        figures[Head.HOUR.index] = value - expected;
        figures[Head.HOUR_LEVEL.index] = levels[MEDIUM] - expected;
        visit(time, value);
        points++;
        last = time;
        return figures;
    }

    private double weight(int span) {
        return Math.max(1.0 / (points + 1), 2.0 / (SPANS[span] + 1));
    }

    /** What is usual at this hour: by the device as far as it is known, for the rest by the group. */
    double usual(long time, GroupContext group) {
        int slot = slot(time);
        double scale = unrest;
        int seen = visits[slot] & 0xFF;
        double own = hours[slot] + scale * group.weekly(time);
        double others = levels[DAY] + scale * group.hourly(time);
        double trust = seen == 0 ? 0 : (double) seen / (seen + 1);
        return trust * own + (1 - trust) * others;
    }

    private void visit(long time, double value) {
        int slot = slot(time);
        int seen = Math.min((visits[slot] & 0xFF) + 1, MOST_VISITS);
        visits[slot] = (byte) seen;
        hours[slot] += (float) (Math.max(1.0 / seen, LEAST_HOUR_WEIGHT) * (value - hours[slot]));
    }

    private static int slot(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, SLOT_MILLIS), (long) SLOTS);
    }

    /** How probable a figure is, at the end where it sticks out more. */
    double probability(Head head, double figure) {
        return Math.min(above(head, figure), below(head, figure));
    }

    double above(Head head, double figure) {
        int at = SIDES * head.index;
        return Tail.probability(figure, knees[at], cautious(at, head));
    }

    double below(Head head, double figure) {
        int at = SIDES * head.index + 1;
        return Tail.probability(-figure, knees[at], cautious(at, head));
    }

    /** The figure that is passed with this probability at the upper end. */
    double upper(Head head, double probability) {
        int at = SIDES * head.index;
        return Tail.quantile(probability, knees[at], cautious(at, head));
    }

    /** The figure that is passed with this probability at the lower end. */
    double lower(Head head, double probability) {
        int at = SIDES * head.index + 1;
        return -Tail.quantile(probability, knees[at], cautious(at, head));
    }

    /** A tail of which little was seen is taken to be wider. */
    private double cautious(int at, Head head) {
        return excesses[at] * (1 + (double) WARM / (points - head.from));
    }

    /**
     * Lets the tails of a head learn a figure.
     *
     * @param leastExcess how far figures pass the knee at least
     * @param trust what the figure counts, 0 to 1
     */
    void learn(Head head, double figure, double leastExcess, double trust) {
        int seen = points - head.from;
        if (seen <= 0) {
            return;
        }
        int at = SIDES * head.index;
        if (seen <= WARM) {
            warm(at, figure, seen, leastExcess);
        } else {
            learn(at, figure, seen, leastExcess, trust);
            learn(at + 1, -figure, seen, leastExcess, trust);
        }
    }

    private void warm(int at, double figure, int seen, double leastExcess) {
        double difference = figure - knees[at];
        knees[at] += (float) (difference / seen);
        excesses[at] = (float) Math.max(0, excesses[at] + difference * (figure - knees[at]));
        if (seen == WARM) {
            double mean = knees[at];
            double deviation = Math.sqrt(excesses[at] / seen);
            for (int side = 0; side < SIDES; side++) {
                knees[at + side] = (float) ((side == 0 ? mean : -mean) + 2 * deviation);
                excesses[at + side] = (float) Math.max(leastExcess, deviation / 2);
            }
        }
    }

    private void learn(int at, double figure, int seen, double leastExcess, double trust) {
        double remembered = Math.min(seen, MEMORY);
        double excess = excesses[at];
        boolean isBeyond = figure > knees[at];
        if (isBeyond) {
            double by = Math.min(figure - knees[at], MOST_TAUGHT * excess);
            excess += trust * Math.min(0.5, 1 / (Tail.BEYOND * remembered + 1)) * (by - excess);
            excess = Math.max(leastExcess, excess);
            excesses[at] = (float) excess;
        }
        double step = trust * Math.min(1, 1 / (Tail.BEYOND * (remembered + 50))) * excess;
        knees[at] += (float) (step * ((isBeyond ? 1 : 0) - Tail.BEYOND));
    }

    /** The first value, from which the others are counted. */
    double origin() {
        return origin;
    }

    /** How far values lately were from what was expected. */
    double unrest() {
        return unrest;
    }

    /** Writes everything that is kept. */
    void write(ByteBuffer out) {
        out.putInt(points).putLong(last).putDouble(origin).putDouble(unrest).putDouble(stir);
        for (double level : levels) {
            out.putDouble(level);
        }
        for (float hour : hours) {
            out.putFloat(hour);
        }
        out.put(visits);
        for (int at = 0; at < knees.length; at++) {
            out.putFloat(knees[at]).putFloat(excesses[at]);
        }
    }

    /** The inverse of {@link #write}; refuses what cannot have been written. */
    static Baseline read(ByteBuffer in) {
        var baseline = new Baseline();
        baseline.points = Packing.count(in.getInt(), Integer.MAX_VALUE);
        baseline.last = in.getLong();
        baseline.origin = Packing.finite(in.getDouble());
        baseline.unrest = Packing.positive(in.getDouble());
        baseline.stir = Packing.positive(in.getDouble());
        for (int i = 0; i < baseline.levels.length; i++) {
            baseline.levels[i] = Packing.finite(in.getDouble());
        }
        for (int i = 0; i < baseline.hours.length; i++) {
            baseline.hours[i] = (float) Packing.finite(in.getFloat());
        }
        in.get(baseline.visits);
        for (int at = 0; at < baseline.knees.length; at++) {
            baseline.knees[at] = (float) Packing.finite(in.getFloat());
            baseline.excesses[at] = (float) Packing.positive(in.getFloat());
        }
        return baseline;
    }
}
