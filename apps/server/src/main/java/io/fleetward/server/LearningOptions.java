// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.detect.training.TrainingRules;
import java.time.Duration;
import java.util.List;

/** Reads what the operator says of learned behaviors. */
final class LearningOptions {
    private static final Duration SHORTEST_WINDOW = Duration.ofHours(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(14);
    private static final long MOST_POINTS = 1_000_000;

    /** An hour, where a metric period is five minutes. */
    private static final int EARLY_PERIODS = 12;

    private LearningOptions() {}

    /** When models are learned; adds what is wrong to the problems. */
    static TrainingRules read(UpOptions options, List<String> problems) {
        Duration window = options.learningWindow;
        if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            problems.add("--learning-window " + window.toHours() + "h: must be from 1h to 336h");
            window = LONGEST_WINDOW;
        }
        long points = options.learningDatapoints;
        if (points < 1 || points > MOST_POINTS) {
            problems.add("--learning-datapoints " + points + ": must be 1 to " + MOST_POINTS);
            points = MOST_POINTS;
        }
        TrainingRules standard = TrainingRules.STANDARD;
        return new TrainingRules(
                window,
                points,
                Math.min(points, standard.firstPoints()),
                standard.refresh(),
                options.metricPeriod().multipliedBy(EARLY_PERIODS),
                standard.patience(),
                options.learningWaits,
                !options.learningIgnoresVerification);
    }
}
