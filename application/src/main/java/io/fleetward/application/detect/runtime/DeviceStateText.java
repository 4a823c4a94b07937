// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.RestoredDevice.AlarmCount;
import io.fleetward.detect.operator.RestoredDevice.OpenWindow;
import io.fleetward.detect.window.MetricWindow;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text that a device's state was written down as: everything by name, so that it can be read under other
 * security profiles than it was written under.
 *
 * <p>{@code series} is a list of what was measured, each a list of its own: the name of the metric, of a part of it also
 * dimension and operator, and windows of seconds on the wire, start, length and either five figures of a tally or a set.
 * {@code pasts} is a list of what learned behaviors know of the device, each a list: profile, behavior, the end of the
 * last window, the baseline in base 64, and the metric, with dimension and operator, as above.
 */
final class DeviceStateText {
    static final String SERIES = "series";
    static final String ALARMS = "alarms";
    static final String PASTS = "pasts";
    static final String PRESENCE = "presence";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where in the array of a window its figures begin. */
    private static final int FIRST_FIGURE = 3;

    /** Where in the array of a past its metric is. */
    private static final int PAST_METRIC = 4;

    private DeviceStateText() {}

    /** What was written down of one device. */
    record Remembered(
            List<OpenWindow> windows,
            List<AlarmCount> counts,
            List<WrittenPast> pasts,
            @Nullable Presence presence) {}

    /** What one learned behavior knows of the device. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once.
    record WrittenPast(String profile, String behavior, Measurand measurand, long lastAt, byte[] baseline) {}

    static Remembered read(String text) {
        JsonNode json = JSON.readTree(text);
        var windows = new ArrayList<OpenWindow>();
        for (JsonNode measured : json.path(SERIES)) {
            MetricDimension dimension = readDimension(measured, 1);
            for (JsonNode part : measured) {
                OpenWindow open = part.isArray() ? readWindow(measured.get(0).stringValue(), dimension, part) : null;
                if (open != null) {
                    windows.add(open);
                }
            }
        }
        var counts = new ArrayList<AlarmCount>();
        for (JsonNode alarm : json.path(ALARMS)) {
            counts.add(readAlarm(alarm));
        }
        var pasts = new ArrayList<WrittenPast>();
        for (JsonNode past : json.path(PASTS)) {
            WrittenPast read = readPast(past);
            if (read != null) {
                pasts.add(read);
            }
        }
        return new Remembered(windows, counts, pasts, readPresence(json.get(PRESENCE)));
    }

    /** The dimension of which the name is at this place, and the operator behind it. */
    private static @Nullable MetricDimension readDimension(JsonNode from, int at) {
        return from.path(at).isString()
                ? new MetricDimension(
                        from.get(at).stringValue(),
                        DimensionOperator.valueOf(from.get(at + 1).stringValue()))
                : null;
    }

    private static @Nullable WrittenPast readPast(JsonNode from) {
        Metric metric = Metrics.of(from.get(PAST_METRIC).stringValue(), MetricValue.Kind.NUMBER);
        return metric == null
                ? null
                : new WrittenPast(
                        from.get(0).stringValue(),
                        from.get(1).stringValue(),
                        new Measurand(metric, readDimension(from, PAST_METRIC + 1)),
                        from.get(2).longValue(),
                        Base64.getDecoder().decode(from.get(3).stringValue()));
    }

    private static @Nullable OpenWindow readWindow(String name, @Nullable MetricDimension dimension, JsonNode from) {
        boolean isTally = from.get(FIRST_FIGURE).isNumber();
        MetricValue elements = isTally ? null : MetricValueJson.read(from.get(FIRST_FIGURE));
        Metric metric = Metrics.of(name, elements == null ? MetricValue.Kind.NUMBER : elements.kind());
        if (metric == null) {
            return null;
        }
        Gathered gathered = elements == null ? readTally(from) : Elements.of(elements);
        long start = from.get(1).longValue();
        var window = new MetricWindow(start, start + from.get(2).longValue(), gathered);
        var series = new Series(new Measurand(metric, dimension), from.get(0).intValue());
        return new OpenWindow(series, window);
    }

    private static Tally readTally(JsonNode from) {
        return new Tally(
                from.get(FIRST_FIGURE).longValue(),
                from.get(FIRST_FIGURE + 1).doubleValue(),
                from.get(FIRST_FIGURE + 2).doubleValue(),
                from.get(FIRST_FIGURE + 3).doubleValue(),
                from.get(FIRST_FIGURE + 4).doubleValue());
    }

    private static @Nullable Presence readPresence(@Nullable JsonNode from) {
        return from == null
                ? null
                : new Presence(from.get(0).longValue(), from.get(1).longValue());
    }

    private static AlarmCount readAlarm(JsonNode from) {
        JsonNode violation = from.get(6);
        return new AlarmCount(
                from.get(0).stringValue(),
                from.get(1).stringValue(),
                from.get(2).intValue(),
                from.get(3).intValue(),
                from.get(4).longValue(),
                from.get(5).longValue(),
                violation == null ? null : violation.stringValue());
    }
}
