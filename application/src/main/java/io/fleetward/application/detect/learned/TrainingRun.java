// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.detect.learned.TrainingSource.Wanted;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelTraining;
import io.fleetward.detect.learned.Reading;
import io.fleetward.detect.training.Gathering;
import io.fleetward.detect.training.LearnableSeries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One training of one model, in small steps: first all devices are listed, then what they measured is read, then the
 * model is worked out.
 *
 * <p>Confined to one thread at a time. Between any two steps {@link #progress} may be written down.
 */
final class TrainingRun {
    private enum Phase {
        LISTING,
        READING,
        LEARNING,
        DONE
    }

    private final Wanted wanted;
    private final TrainingSource source;
    private final TrainingPace pace;
    private final ModelTraining training;
    private final DeviceChoice choice;
    private Phase phase = Phase.LISTING;
    private String listedThrough = "";
    private List<String> devices = List.of();
    private int next;
    private @Nullable DeviceReading reading;
    private @Nullable String cursor;
    private long points;
    private long excluded;
    private long sinceCheckpoint;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    /** Begins anew. */
    TrainingRun(Wanted wanted, TrainingSource source, TrainingPace pace, ModelTraining training) {
        this.wanted = wanted;
        this.source = source;
        this.pace = pace;
        this.training = training;
        this.choice = new DeviceChoice(pace.devices());
    }

    /** Goes on from there; begins anew where what was written down cannot be read any more. */
    static TrainingRun of(
            Wanted wanted,
            TrainingSource source,
            TrainingPace pace,
            LearnedModels models,
            ModelConfig config,
            @Nullable TrainingProgress progress) {
        if (progress != null
                && models.resume(progress.checkpoint()) instanceof Reading.Read<ModelTraining>(ModelTraining resumed)) {
            var run = new TrainingRun(wanted, source, pace, resumed);
            run.cursor = progress.cursor();
            run.points = progress.points();
            run.excluded = progress.excluded();
            run.earliest = progress.earliest();
            run.latest = progress.latest();
            return run;
        }
        return new TrainingRun(wanted, source, pace, models.train(config));
    }

    Wanted wanted() {
        return wanted;
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /** Does some ten milliseconds of work; blocks. */
    void step() {
        switch (phase) {
            case LISTING -> list();
            case READING -> read();
            case LEARNING -> learn();
            case DONE -> throw new IllegalStateException("nothing is left to learn for " + wanted.key());
        }
    }

    private void list() {
        List<String> listed = source.devices(wanted.key().scope(), listedThrough);
        if (!listed.isEmpty()) {
            choice.add(listed);
            listedThrough = listed.getLast();
            return;
        }
        devices = choice.after(cursor);
        phase = Phase.READING;
    }

    private void read() {
        int left = pace.pointsAtOnce();
        while (left > 0 && next < devices.size() && points < pace.points()) {
            DeviceReading current = reading == null ? source.open(wanted, devices.get(next)) : reading;
            left -= current.step(left);
            reading = current.isComplete() ? null : current;
            if (reading == null) {
                current.series().forEach(this::take);
                cursor = devices.get(next);
                next++;
            }
        }
        if (next == devices.size() || points >= pace.points()) {
            phase = Phase.LEARNING;
        }
    }

    private void take(LearnableSeries learnable) {
        DeviceSeries series = learnable.series();
        excluded += learnable.excluded();
        if (series.size() == 0) {
            return;
        }
        training.learn(series);
        points += series.size();
        sinceCheckpoint += series.size();
        Instant first = Instant.ofEpochMilli(series.times()[0]);
        Instant last = Instant.ofEpochMilli(series.times()[series.size() - 1]);
        earliest = earliest == null || first.isBefore(earliest) ? first : earliest;
        latest = latest == null || last.isAfter(latest) ? last : latest;
    }

    private void learn() {
        if (!training.advance(pace.pointsAtOnce())) {
            phase = Phase.DONE;
        }
    }

    /** What there was to learn from; complete once all is read. */
    Gathering gathering() {
        return new Gathering(points, earliest, latest);
    }

    /** Whether everything was read, so that {@link #gathering} says whether it is worth going on. */
    boolean isRead() {
        return phase == Phase.LEARNING || phase == Phase.DONE;
    }

    /** How many datapoints were left out. */
    long excluded() {
        return excluded;
    }

    /** The devices that were read. */
    List<String> devicesRead() {
        return devices.subList(0, next);
    }

    /** The model, once the run is done. */
    LearnedModel model() {
        return training.model();
    }

    /** How far the run has come, when it is time to write that down; otherwise null. */
    @Nullable
    TrainingProgress progress() {
        if (sinceCheckpoint < pace.pointsBetweenCheckpoints() || isDone()) {
            return null;
        }
        sinceCheckpoint = 0;
        return new TrainingProgress(wanted.to(), cursor, points, excluded, earliest, latest, training.checkpoint());
    }
}
