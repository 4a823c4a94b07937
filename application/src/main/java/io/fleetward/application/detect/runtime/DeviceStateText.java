// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.DeviceState;
import io.fleetward.detect.operator.RestoredDevice.AlarmCount;
import io.fleetward.detect.operator.RestoredDevice.OpenWindow;
import io.fleetward.detect.window.MetricWindow;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text a device's state is written down as: everything by name, so that it can be read under other security
 * profiles than it was written under.
 */
final class DeviceStateText {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Five windows and no alarm. */
    private static final int INITIAL_LENGTH = 512;

    private DeviceStateText() {}

    /** What was written down of one device. */
    record Remembered(List<OpenWindow> windows, List<AlarmCount> counts) {}

    /** Written piece by piece, because it is written for every device that did something between two snapshots. */
    static String write(DeviceState state) {
        var text = new StringWriter(INITIAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("windows");
            for (int series = 0; series < state.coverage().seriesCount(); series++) {
                MetricWindow window = state.window(series);
                if (window != null) {
                    writeWindow(json, state.coverage().series(series), window);
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("alarms");
            for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
                AlarmState alarm = state.alarm(behavior);
                if (!alarm.isIdle()) {
                    writeAlarm(json, state.coverage().behavior(behavior), alarm);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    static Remembered read(String text) {
        JsonNode json = JSON.readTree(text);
        var windows = new ArrayList<OpenWindow>();
        for (JsonNode window : json.get("windows")) {
            Metric metric = Metrics.find(window.get(0).stringValue());
            if (metric != null) {
                windows.add(readWindow(metric, window));
            }
        }
        var counts = new ArrayList<AlarmCount>();
        for (JsonNode alarm : json.get("alarms")) {
            counts.add(readAlarm(alarm));
        }
        return new Remembered(windows, counts);
    }

    private static void writeWindow(JsonGenerator json, Series series, MetricWindow window) {
        Tally tally = window.tally();
        json.writeStartArray();
        json.writeString(series.metric().name()).writeNumber(series.periods());
        json.writeNumber(window.start()).writeNumber(window.end());
        json.writeNumber(tally.count()).writeNumber(tally.sum());
        json.writeNumber(tally.minimum()).writeNumber(tally.maximum());
        json.writeEndArray();
    }

    private static OpenWindow readWindow(Metric metric, JsonNode from) {
        var tally = new Tally(
                from.get(4).longValue(),
                from.get(5).longValue(),
                from.get(6).longValue(),
                from.get(7).longValue());
        var window = new MetricWindow(from.get(2).longValue(), from.get(3).longValue(), tally);
        return new OpenWindow(new Series(metric, from.get(1).intValue()), window);
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
