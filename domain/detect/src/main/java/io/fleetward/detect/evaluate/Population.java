// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.Statistic;
import java.lang.foreign.MemorySegment;
import java.util.Base64;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;
import org.jspecify.annotations.Nullable;

/**
 * What many devices measured over one window: not each value, but enough to tell percentiles.
 *
 * <p>Exact for up to {@value #EXACT} devices. Beyond, the rank of the answer is off by at most {@link #RANK_ERROR} of
 * the population with a confidence of 99 %. Takes at most 100 KB. Mutable and confined to its owner.
 */
public final class Population {
    /** So many values are all kept. */
    public static final int EXACT = 4096;

    /** How far off the rank of a percentile may be, as a share of the population. */
    public static final double RANK_ERROR = 0.000_71;

    private final KllDoublesSketch sketch;

    /** Of no device. */
    public Population() {
        this(KllDoublesSketch.newHeapInstance(EXACT));
    }

    private Population(KllDoublesSketch sketch) {
        this.sketch = sketch;
    }

    /** Reads back what {@link #text} wrote. */
    public static Population of(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        return new Population(KllDoublesSketch.heapify(MemorySegment.ofArray(bytes)));
    }

    /** Takes in the value of one device. */
    public void add(double value) {
        sketch.update(value);
    }

    /** Takes in everything the other has seen. */
    public void addAll(Population other) {
        if (!other.sketch.isEmpty()) {
            sketch.merge(other.sketch);
        }
    }

    /** How many values were taken in. */
    public long size() {
        return sketch.getN();
    }

    /**
     * The value that, by nearest rank, the share of values that the statistic names do not exceed; null when there are
     * no values, and when any is negative (detect, percentiles).
     */
    public @Nullable Threshold threshold(Statistic statistic) {
        if (sketch.isEmpty() || sketch.getMinItem() < 0) {
            return null;
        }
        return new Threshold(statistic, quantile(statistic.rank()), sketch.getN());
    }

    /** The value that, by nearest rank, this share of values, 0 to 1, do not exceed; there must be values. */
    public double quantile(double rank) {
        return sketch.getQuantile(rank, QuantileSearchCriteria.INCLUSIVE);
    }

    /** What is known, to be written down; in base 64. */
    public String text() {
        return Base64.getEncoder().encodeToString(sketch.toByteArray());
    }
}
