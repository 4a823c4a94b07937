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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

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
    private final Queue<Lesson> lessons = new ArrayDeque<>();
    private @Nullable DeviceReading reading;
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
        return lessons.isEmpty() && (next == devices.size() || points >= pace.points());
    }

    /** Reads on of one device, or teaches some of what was read; blocks. */
    void step() {
        Lesson lesson = lessons.peek();
        if (lesson == null) {
            read();
        } else if (!lesson.teach(pace.pointsAtOnce())) {
            lessons.remove();
            pasts.put(lesson.device(), lesson.past());
        }
    }

    private void read() {
        DeviceReading current = reading == null ? source.open(wanted, devices.get(next)) : reading;
        current.step(pace.pointsAtOnce());
        reading = current.isComplete() ? null : current;
        if (reading == null) {
            current.series().forEach(this::add);
            next++;
        }
    }

    private void add(LearnableSeries learnable) {
        points += learnable.series().size();
        if (learnable.series().size() > 0) {
            lessons.add(new Lesson(learnable));
        }
    }

    /** What one device is to be known by. */
    private final class Lesson {
        private final LearnableSeries learnable;
        private final DeviceBaseline baseline = model.newDevice();
        private int taught;

        Lesson(LearnableSeries learnable) {
            this.learnable = learnable;
        }

        /** Teaches so many datapoints; tells whether there are more. */
        boolean teach(int most) {
            DeviceSeries series = learnable.series();
            int to = Math.min(series.size(), taught + most);
            for (; taught < to; taught++) {
                model.judge(baseline, series.times()[taught], series.values()[taught], ConfidenceLevel.HIGH);
            }
            return taught < series.size();
        }

        DeviceKey device() {
            return learnable.device();
        }

        DevicePast past() {
            return new DevicePast(baseline, learnable.series().times()[taught - 1]);
        }
    }

    /** What was learned of each device. */
    Map<DeviceKey, DevicePast> pasts() {
        return pasts;
    }
}
