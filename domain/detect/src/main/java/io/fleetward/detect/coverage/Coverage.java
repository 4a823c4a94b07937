// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.metric.DisconnectDurationMetric;
import io.fleetward.detect.metric.Measurand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is measured and judged on a device: its series and its behaviors, each by position.
 *
 * <p>Immutable; all devices with the same behaviors share one. Everything that is measured has a series whose values
 * are kept, besides those its behaviors need.
 */
public final class Coverage {
    /** Of a device that no security profile is concerned with. */
    public static final Coverage NONE = new Coverage(List.of(), List.of());

    private final List<WatchedBehavior> behaviors;
    private final List<Series> series;
    private final boolean[] isKept;
    private final int[][] behaviorsOfSeries;
    private final int grain;
    private final int presenceSeries;
    private final boolean isLearning;

    public Coverage(List<WatchedBehavior> behaviors, Collection<Measurand> retained) {
        this.behaviors = List.copyOf(behaviors);
        var kept = new LinkedHashSet<>(kept(retained));
        var needed = new LinkedHashSet<>(kept);
        behaviors.forEach(watched -> needed.add(watched.series()));
        this.series = List.copyOf(needed);
        this.isKept = new boolean[series.size()];
        for (int position = 0; position < isKept.length; position++) {
            isKept[position] = kept.contains(series.get(position));
        }
        this.grain = series.stream().mapToInt(Series::seconds).reduce(Grain.USUAL, Grain::common);
        this.presenceSeries = series.indexOf(new Series(Measurand.of(new DisconnectDurationMetric()), Grain.USUAL));
        this.isLearning = behaviors.stream().anyMatch(watched -> watched.model() != null);
        this.behaviorsOfSeries = series.stream().map(this::positionsOf).toArray(int[][]::new);
    }

    /** Of what is measured in short windows, values are kept by windows of which those can be put together. */
    private List<Series> kept(Collection<Measurand> retained) {
        var seconds = new LinkedHashMap<Measurand, Integer>();
        retained.forEach(measurand -> seconds.put(measurand, Grain.USUAL));
        for (WatchedBehavior watched : behaviors) {
            Series judged = watched.series();
            seconds.merge(judged.measurand(), Grain.common(Grain.USUAL, judged.seconds()), Grain::common);
        }
        return seconds.entrySet().stream()
                .map(kept -> Series.kept(kept.getKey(), kept.getValue()))
                .toList();
    }

    private int[] positionsOf(Series wanted) {
        var positions = new ArrayList<Integer>();
        for (int position = 0; position < behaviors.size(); position++) {
            if (behaviors.get(position).series().equals(wanted)) {
                positions.add(position);
            }
        }
        return positions.stream().mapToInt(Integer::intValue).toArray();
    }

    public boolean isEmpty() {
        return series.isEmpty();
    }

    public int seriesCount() {
        return series.size();
    }

    public Series series(int position) {
        return series.get(position);
    }

    /** The position of the series, or -1. */
    public int indexOf(Series wanted) {
        return series.indexOf(wanted);
    }

    /** Whether the values of the series at this position are kept. */
    public boolean isKept(int position) {
        return isKept[position];
    }

    /** Of how many seconds on the wire the windows are of which all others can be put together. */
    public int grain() {
        return grain;
    }

    /** The position of the series that measures for how long the device has been gone, or -1. */
    public int presenceSeries() {
        return presenceSeries;
    }

    /** Whether any behavior judges by a model. */
    public boolean isLearning() {
        return isLearning;
    }

    public int behaviorCount() {
        return behaviors.size();
    }

    public WatchedBehavior behavior(int position) {
        return behaviors.get(position);
    }

    /** The position of the behavior of that name in that profile, or -1. */
    public int indexOf(String profile, String behavior) {
        for (int position = 0; position < behaviors.size(); position++) {
            WatchedBehavior watched = behaviors.get(position);
            if (watched.behavior().name().equals(behavior) && watched.profile().equals(profile)) {
                return position;
            }
        }
        return -1;
    }

    /** How many behaviors are judged by the series at this position. */
    public int behaviorCountOf(int seriesPosition) {
        return behaviorsOfSeries[seriesPosition].length;
    }

    /** The position of the n-th behavior judged by the series at this position. */
    public int behaviorOf(int seriesPosition, int n) {
        return behaviorsOfSeries[seriesPosition][n];
    }
}
