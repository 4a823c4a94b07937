// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.operator.DeviceState;
import io.fleetward.detect.window.MetricWindow;
import java.io.StringWriter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down the states of devices as {@link DeviceStateText} reads them, each as a text of its own.
 *
 * <p>One writer for many devices, because all that did something between two snapshots are written. Confined to its
 * user.
 */
final class DeviceStateWriter implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().rootValueSeparator("").build())
            .build();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = JSON.createGenerator(text);

    String write(DeviceState state) {
        json.writeStartObject();
        writeWindows(state);
        writeAlarms(state);
        writePasts(state);
        writePresence(state.presence());
        json.writeEndObject();
        json.flush();
        String written = text.toString();
        text.getBuffer().setLength(0);
        return written;
    }

    @Override
    public void close() {
        json.close();
    }

    /** What several windows measure is written once, before them. */
    private void writeWindows(DeviceState state) {
        json.writeArrayPropertyStart(DeviceStateText.SERIES);
        Measurand measurand = null;
        for (int series = 0; series < state.coverage().seriesCount(); series++) {
            MetricWindow window = state.window(series);
            if (window != null && series != state.coverage().presenceSeries()) {
                Measurand measured = state.coverage().series(series).measurand();
                if (!measured.equals(measurand)) {
                    if (measurand != null) {
                        json.writeEndArray();
                    }
                    beginWindowsOf(measured);
                    measurand = measured;
                }
                writeWindow(state.coverage().series(series).seconds(), window);
            }
        }
        if (measurand != null) {
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void beginWindowsOf(Measurand measurand) {
        json.writeStartArray();
        writeMeasurand(measurand);
    }

    private void writeMeasurand(Measurand measurand) {
        MetricDimension dimension = measurand.dimension();
        json.writeString(measurand.metric().name());
        if (dimension != null) {
            json.writeString(dimension.name()).writeString(dimension.operator().name());
        }
    }

    private void writeWindow(int seconds, MetricWindow window) {
        json.writeStartArray();
        json.writeNumber(seconds);
        json.writeNumber(window.start()).writeNumber(window.end() - window.start());
        switch (window.gathered()) {
            case Tally tally -> {
                json.writeNumber(tally.count());
                writeNumber(tally.sum());
                writeNumber(tally.minimum());
                writeNumber(tally.maximum());
                writeNumber(tally.latest());
            }
            case Elements elements -> json.writeTree(MetricValueJson.write(elements.value()));
            case Presence presence -> throw new IllegalStateException("no window of connections: " + presence);
        }
        json.writeEndArray();
    }

    /** Most numbers are whole, and quicker to write and read as such. */
    private void writeNumber(double number) {
        if (number == (long) number) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private void writeAlarms(DeviceState state) {
        json.writeArrayPropertyStart(DeviceStateText.ALARMS);
        for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
            AlarmState alarm = state.alarm(behavior);
            if (!alarm.isIdle()) {
                writeAlarm(state.coverage().behavior(behavior), alarm);
            }
        }
        json.writeEndArray();
    }

    private void writeAlarm(WatchedBehavior watched, AlarmState alarm) {
        json.writeStartArray();
        json.writeString(watched.profile()).writeString(watched.behavior().name());
        json.writeNumber(alarm.violating()).writeNumber(alarm.conforming());
        json.writeNumber(alarm.countedThrough()).writeNumber(alarm.lastDataAt());
        if (alarm.violation() != null) {
            json.writeString(alarm.violation().id());
        }
        json.writeEndArray();
    }

    private void writePasts(DeviceState state) {
        if (!state.coverage().isLearning()) {
            return;
        }
        json.writeArrayPropertyStart(DeviceStateText.PASTS);
        for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
            DevicePast past = state.past(behavior);
            if (past != null) {
                WatchedBehavior watched = state.coverage().behavior(behavior);
                json.writeStartArray();
                json.writeString(watched.profile())
                        .writeString(watched.behavior().name());
                json.writeNumber(past.lastAt());
                json.writeString(
                        Base64.getEncoder().encodeToString(past.baseline().toBytes()));
                writeMeasurand(watched.behavior().measurand());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private void writePresence(@Nullable Presence presence) {
        if (presence != null) {
            json.writeArrayPropertyStart(DeviceStateText.PRESENCE);
            json.writeNumber(presence.connectedAt()).writeNumber(presence.offlineSince());
            json.writeEndArray();
        }
    }
}
