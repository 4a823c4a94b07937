// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.learned.TrainingSource.Wanted;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.operator.DevicePast;
import io.fleetward.detect.training.LearnableSeries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Teaches the first model of a behavior what is usual for each device, by what was kept of it: otherwise a device that
 * has been watched for weeks would be as unknown as one that came today. In small steps, as the training itself.
 *
 * <p>Confined to one thread at a time. What it learned is lost with the process; devices then teach the model as they
 * go.
 */
final class PastLesson {
    private final Wanted wanted;
    private final TrainingSource source;
    private final TrainingPace pace;
    private final LearnedModel model;
    private final List<String> devices;
    private final Map<DeviceKey, DevicePast> pasts = new HashMap<>();
    private int next;
    private long points;

    /** @param devices names of those that were learned from */
    PastLesson(Wanted wanted, TrainingSource source, TrainingPace pace, LearnedModel model, List<String> devices) {
        this.wanted = wanted;
        this.source = source;
        this.pace = pace;
        this.model = model;
        this.devices = List.copyOf(devices);
    }

    Wanted wanted() {
        return wanted;
    }

    boolean isDone() {
        return next == devices.size() || points >= pace.points();
    }

    /** Teaches what was kept of one device; blocks. */
    void step() {
        String device = devices.get(next);
        next++;
        source.series(wanted, List.of(device)).forEach(this::teach);
    }

    private void teach(LearnableSeries learnable) {
        DeviceSeries series = learnable.series();
        if (series.size() == 0) {
            return;
        }
        DeviceBaseline baseline = model.newDevice();
        for (int n = 0; n < series.size(); n++) {
            model.judge(baseline, series.times()[n], series.values()[n], ConfidenceLevel.HIGH);
        }
        points += series.size();
        pasts.put(learnable.device(), new DevicePast(baseline, series.times()[series.size() - 1]));
    }

    /** What was learned of each device. */
    Map<DeviceKey, DevicePast> pasts() {
        return pasts;
    }
}
