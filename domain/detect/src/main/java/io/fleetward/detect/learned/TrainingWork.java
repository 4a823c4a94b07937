// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model of the sampled devices by living through their past twice: first to learn what they have in common, then
 * to measure how often a device surprises that is judged so. Mutable, confined.
 */
final class TrainingWork {
    /** Before this a device's level is not known well enough to tell how an hour differs. */
    private static final int SETTLED = 100;

    /** Surprises of devices that are younger are not typical. */
    private static final int MATURE = 300;

    private final ModelDescription description;
    private final List<Track> tracks;
    private final GroupSurvey survey = new GroupSurvey();
    private double[] surprises = new double[4096];
    private int surprised;
    private @Nullable StandardModel judging;
    private @Nullable StandardModel model;
    private int track;
    private int point;
    private Baseline device = new Baseline();

    TrainingWork(ModelDescription description, List<Track> tracks) {
        this.description = description;
        this.tracks = tracks;
    }

    /** Works on so many points; tells whether there is more to do. */
    boolean advance(int budget) {
        for (int done = 0; model == null && done < budget; done++) {
            if (track == tracks.size()) {
                nextPass();
            } else if (point == tracks.get(track).size()) {
                track++;
                rewind();
            } else {
                live(tracks.get(track), point);
                point++;
            }
        }
        return model == null;
    }

    /** What came out; null as long as there is more to do. */
    @Nullable
    StandardModel model() {
        return model;
    }

    private void rewind() {
        point = 0;
        device = new Baseline();
    }

    private void nextPass() {
        if (judging == null) {
            judging = new StandardModel(
                    description, survey.context(description.config().kind()), Calibration.untrained());
            track = 0;
            rewind();
        } else {
            Calibration calibration = Calibration.of(Arrays.copyOf(surprises, surprised));
            model = new StandardModel(description, judging.group(), calibration);
        }
    }

    private void live(Track of, int at) {
        if (judging == null) {
            look(of.time(at), description.config().kind().scaled(of.value(at)));
        } else {
            note(judging.surprise(device, of.time(at), of.value(at)));
        }
    }

    private void look(long time, double scaled) {
        survey.value(scaled);
        device.observe(scaled, time, GroupContext.none(), 0);
        if (device.points() > SETTLED && device.unrest() > 0) {
            survey.rise(time, device.rise(scaled));
        }
    }

    private void note(double surprise) {
        if (device.points() <= Math.min(MATURE, tracks.get(track).size() / 3)) {
            return;
        }
        if (surprised == surprises.length) {
            surprises = Arrays.copyOf(surprises, 2 * surprised);
        }
        surprises[surprised] = surprise;
        surprised++;
    }
}
