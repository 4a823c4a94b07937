// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.coverage.WatchedBehavior;
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
import io.fleetward.detect.operator.DeviceState;
import io.fleetward.detect.operator.RestoredDevice.AlarmCount;
import io.fleetward.detect.operator.RestoredDevice.OpenWindow;
import io.fleetward.detect.window.MetricWindow;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text a device's state is written down as: everything by name, so that it can be read under other security
 * profiles than it was written under.
 */
final class DeviceStateText {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Not {@code windows}, in which older versions wrote only whole numbers. */
    private static final String WINDOWS = "gathered";

    /** Where in the array of a window its figures begin, and how many a tally has. */
    private static final int FIRST_FIGURE = 4;

    private static final int FIGURES = 5;
    private static final String ALARMS = "alarms";
    private static final String PRESENCE = "presence";

    /** Five windows and no alarm. */
    private static final int INITIAL_LENGTH = 512;

    private DeviceStateText() {}

    /** What was written down of one device. */
    record Remembered(
            List<OpenWindow> windows,
            List<AlarmCount> counts,
            @Nullable Presence presence) {}

    /** Written piece by piece, because it is written for every device that did something between two snapshots. */
    static String write(DeviceState state) {
        var text = new StringWriter(INITIAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart(WINDOWS);
            for (int series = 0; series < state.coverage().seriesCount(); series++) {
                MetricWindow window = state.window(series);
                if (window != null && series != state.coverage().presenceSeries()) {
                    writeWindow(json, state.coverage().series(series), window);
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart(ALARMS);
            for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
                AlarmState alarm = state.alarm(behavior);
                if (!alarm.isIdle()) {
                    writeAlarm(json, state.coverage().behavior(behavior), alarm);
                }
            }
            json.writeEndArray();
            writePresence(json, state.presence());
            json.writeEndObject();
        }
        return text.toString();
    }

    static Remembered read(String text) {
        JsonNode json = JSON.readTree(text);
        var windows = new ArrayList<OpenWindow>();
        for (JsonNode window : json.path(WINDOWS)) {
            OpenWindow open = readWindow(window);
            if (open != null) {
                windows.add(open);
            }
        }
        var counts = new ArrayList<AlarmCount>();
        for (JsonNode alarm : json.path(ALARMS)) {
            counts.add(readAlarm(alarm));
        }
        return new Remembered(windows, counts, readPresence(json.get(PRESENCE)));
    }

    private static void writeWindow(JsonGenerator json, Series series, MetricWindow window) {
        MetricDimension dimension = series.measurand().dimension();
        json.writeStartArray();
        json.writeString(series.measurand().metric().name()).writeNumber(series.periods());
        json.writeNumber(window.start()).writeNumber(window.end());
        switch (window.gathered()) {
            case Tally tally -> {
                json.writeNumber(tally.count());
                writeNumber(json, tally.sum());
                writeNumber(json, tally.minimum());
                writeNumber(json, tally.maximum());
                writeNumber(json, tally.latest());
            }
            case Elements elements -> json.writeTree(MetricValueJson.write(elements.value()));
            case Presence presence -> throw new IllegalStateException("no window of connections: " + presence);
        }
        if (dimension != null) {
            json.writeString(dimension.name()).writeString(dimension.operator().name());
        }
        json.writeEndArray();
    }

    /** Most numbers are whole, and quicker to write and read as such. */
    private static void writeNumber(JsonGenerator json, double number) {
        if (number == (long) number) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private static @Nullable OpenWindow readWindow(JsonNode from) {
        boolean isTally = from.get(FIRST_FIGURE).isNumber();
        MetricValue elements = isTally ? null : MetricValueJson.read(from.get(FIRST_FIGURE));
        Metric metric =
                Metrics.of(from.get(0).stringValue(), elements == null ? MetricValue.Kind.NUMBER : elements.kind());
        if (metric == null) {
            return null;
        }
        var measurand = new Measurand(metric, readDimension(from, FIRST_FIGURE + (isTally ? FIGURES : 1)));
        Gathered gathered = elements == null ? readTally(from) : Elements.of(elements);
        var window = new MetricWindow(from.get(2).longValue(), from.get(3).longValue(), gathered);
        return new OpenWindow(new Series(measurand, from.get(1).intValue()), window);
    }

    private static @Nullable MetricDimension readDimension(JsonNode from, int position) {
        JsonNode name = from.get(position);
        return name == null
                ? null
                : new MetricDimension(
                        name.stringValue(),
                        DimensionOperator.valueOf(from.get(position + 1).stringValue()));
    }

    private static Tally readTally(JsonNode from) {
        return new Tally(
                from.get(FIRST_FIGURE).longValue(),
                from.get(FIRST_FIGURE + 1).doubleValue(),
                from.get(FIRST_FIGURE + 2).doubleValue(),
                from.get(FIRST_FIGURE + 3).doubleValue(),
                from.get(FIRST_FIGURE + 4).doubleValue());
    }

    private static void writePresence(JsonGenerator json, @Nullable Presence presence) {
        if (presence != null) {
            json.writeArrayPropertyStart(PRESENCE);
            json.writeNumber(presence.connectedAt()).writeNumber(presence.offlineSince());
            json.writeEndArray();
        }
    }

    private static @Nullable Presence readPresence(@Nullable JsonNode from) {
        return from == null
                ? null
                : new Presence(from.get(0).longValue(), from.get(1).longValue());
    }

    private static void writeAlarm(JsonGenerator json, WatchedBehavior watched, AlarmState alarm) {
        json.writeStartArray();
        json.writeString(watched.profile()).writeString(watched.behavior().name());
        json.writeNumber(alarm.violating()).writeNumber(alarm.conforming());
        json.writeNumber(alarm.countedThrough()).writeNumber(alarm.lastDataAt());
        if (alarm.violation() != null) {
            json.writeString(alarm.violation().id());
        }
        json.writeEndArray();
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
