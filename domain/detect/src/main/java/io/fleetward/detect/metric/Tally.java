// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/**
 * What is known of many amounts without keeping them: how many, their sum, the smallest, the largest, the latest.
 *
 * <p>Mutable and confined to its owner. Whole numbers are exact up to 2^53. Smallest, largest and latest mean nothing
 * while {@code count()} is zero.
 */
public final class Tally implements Gathered {
    private long count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double latest;

    public Tally() {}

    public Tally(long count, double sum, double minimum, double maximum, double latest) {
        this.count = count;
        this.sum = sum;
        this.minimum = minimum;
        this.maximum = maximum;
        this.latest = latest;
    }

    /** The tally of one amount. */
    public static Tally of(double amount) {
        return new Tally(1, amount, amount, amount, amount);
    }

    /** Takes in one amount. */
    public void add(double amount) {
        count++;
        sum += amount;
        minimum = Math.min(minimum, amount);
        maximum = Math.max(maximum, amount);
        latest = amount;
    }

    @Override
    public void addAll(Gathered later) {
        Tally other = later.tally();
        if (other.count == 0) {
            return;
        }
        count += other.count;
        sum += other.sum;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        latest = other.latest;
    }

    @Override
    public Tally tally() {
        return this;
    }

    public long count() {
        return count;
    }

    public double sum() {
        return sum;
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    public double latest() {
        return latest;
    }

    @Override
    public String toString() {
        return "count " + count + ", sum " + sum + ", minimum " + minimum + ", maximum " + maximum + ", latest "
                + latest;
    }
}
