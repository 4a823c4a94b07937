// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The scoring rules of the Numenta Anomaly Benchmark.
 *
 * <p>Of each labelled window the earliest detection counts, the more the nearer the window's start; a detection outside
 * costs the more the farther it is past a window; a window that is not hit costs its weight. One threshold for all files
 * is the one at which the sum is highest. 100 is what a perfect detector gets, 0 what one gets that never detects.
 */
final class NabScorer {
    private static final double STEEPNESS = 5;
    private static final double FAR = 3;
    private static final double PERFECT = sigmoid(-1);

    private NabScorer() {}

    /** What an error costs. */
    enum Profile {
        STANDARD(0.11, 1),
        LOW_FALSE_POSITIVES(0.22, 1),
        LOW_FALSE_NEGATIVES(0.11, 2);

        private final double falsePositive;
        private final double falseNegative;

        Profile(double falsePositive, double falseNegative) {
            this.falsePositive = falsePositive;
            this.falseNegative = falseNegative;
        }
    }

    /**
     * What came out.
     *
     * @param score 100 is perfect
     * @param threshold from which a detector's figure was a detection
     * @param hit how many windows were hit
     * @param windows of how many
     * @param falseAlarms detections outside of windows
     */
    record Score(double score, double threshold, int hit, int windows, int falseAlarms) {}

    /** A row that may be a detection; a window's number, or -1 outside. */
    private record Candidate(double figure, double weight, int window) {}

    /** Scores the figures of a detector, one array per file; rows with a figure of zero or less are never detections. */
    static Score score(List<NabFile> files, List<double[]> figures, Profile profile) {
        List<Candidate> candidates = new ArrayList<>();
        int windows = 0;
        for (int file = 0; file < files.size(); file++) {
            candidates(files.get(file), figures.get(file), windows, candidates);
            windows += files.get(file).windows().size();
        }
        candidates.sort(Comparator.comparingDouble(Candidate::figure).reversed());
        return sweep(candidates, windows, profile);
    }

    private static Score sweep(List<Candidate> candidates, int windows, Profile profile) {
        double[] gains = new double[windows];
        boolean[] isHit = new boolean[windows];
        double worst = -profile.falseNegative * windows;
        double raw = worst;
        double best = worst;
        Score chosen = new Score(0, Double.POSITIVE_INFINITY, 0, windows, 0);
        int hit = 0;
        int falseAlarms = 0;
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            int window = candidate.window();
            if (window < 0) {
                raw += candidate.weight() * profile.falsePositive;
                falseAlarms++;
            } else if (!isHit[window]) {
                isHit[window] = true;
                hit++;
                gains[window] = candidate.weight();
                raw += profile.falseNegative + gains[window];
            } else if (candidate.weight() > gains[window]) {
                raw += candidate.weight() - gains[window];
                gains[window] = candidate.weight();
            }
            boolean isLast = i + 1 == candidates.size();
            if (raw > best && (isLast || candidates.get(i + 1).figure() != candidate.figure())) {
                best = raw;
                double score = 100 * (raw - worst) / (windows - worst);
                chosen = new Score(score, candidate.figure(), hit, windows, falseAlarms);
            }
        }
        return chosen;
    }

    private static void candidates(NabFile file, double[] figures, int before, List<Candidate> candidates) {
        int next = 0;
        NabFile.Window past = null;
        for (int row = 0; row < file.size(); row++) {
            NabFile.Window window =
                    next < file.windows().size() ? file.windows().get(next) : null;
            boolean isInside = window != null && row >= window.first();
            if (row >= file.probation() && figures[row] > 0) {
                double outside = past == null ? -1 : loss(past, row);
                double weight = window != null && isInside ? gain(window, row) : outside;
                candidates.add(new Candidate(figures[row], weight, isInside ? before + next : -1));
            }
            if (window != null && row == window.last()) {
                past = window;
                next++;
            }
        }
    }

    private static double gain(NabFile.Window window, int row) {
        return sigmoid(-(window.last() - row + 1) / (double) window.width()) / PERFECT;
    }

    private static double loss(NabFile.Window past, int row) {
        return sigmoid((row - past.last()) / (double) (past.width() - 1));
    }

    private static double sigmoid(double position) {
        return position > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }
}
