// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/**
 * What is known of many amounts without keeping them: how many, their sum, the smallest, the largest.
 *
 * <p>Mutable and confined to its owner. Minimum and maximum mean nothing while {@code count()} is zero.
 */
public final class Tally {
    private long count;
    private long sum;
    private long minimum = Long.MAX_VALUE;
    private long maximum = Long.MIN_VALUE;

    public Tally() {}

    public Tally(long count, long sum, long minimum, long maximum) {
        this.count = count;
        this.sum = sum;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** Takes in one amount. */
    public void add(long amount) {
        count++;
        sum += amount;
        minimum = Math.min(minimum, amount);
        maximum = Math.max(maximum, amount);
    }

    /** Takes in everything the other has seen. */
    public void add(Tally other) {
        count += other.count;
        sum += other.sum;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
    }

    public long count() {
        return count;
    }

    public long sum() {
        return sum;
    }

    public long minimum() {
        return minimum;
    }

    public long maximum() {
        return maximum;
    }

    @Override
    public String toString() {
        return "count " + count + ", sum " + sum + ", minimum " + minimum + ", maximum " + maximum;
    }
}
