// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Scores that were worked out by hand from the rules. */
class NabScorerTest {
    private static final NabFile FILE = new NabFile(
            "a.csv",
            LongStream.range(0, 100).toArray(),
            new double[100],
            List.of(new NabFile.Window(40, 49), new NabFile.Window(80, 89)));

    private final double[] figures = new double[100];

    @Test
    void givesNothingForSilence() {
        assertThat(score(NabScorer.Profile.STANDARD).score()).isZero();
    }

    @Test
    void givesHundredForTheFirstRowOfEveryWindow() {
        figures[40] = 1;
        figures[80] = 1;
        assertThat(score(NabScorer.Profile.STANDARD).score()).isCloseTo(100, within(1e-9));
    }

    @Test
    void countsTheEarliestRowOfAWindowAlone() {
        figures[45] = 1;
        figures[48] = 1;
        // Five rows of ten are left: sigma(-0.5) / sigma(-1) of one window of two, and nothing for the other.
        double half = (2 / (1 + Math.exp(-2.5)) - 1) / (2 / (1 + Math.exp(-5)) - 1);
        assertThat(score(NabScorer.Profile.STANDARD).score()).isCloseTo(100 * (1 + half) / 4, within(1e-9));
    }

    @Test
    void takesTheFullWeightBeforeAnyWindowAndLessSoonAfterOne() {
        figures[20] = 1;
        figures[40] = 1;
        figures[80] = 1;
        assertThat(score(NabScorer.Profile.STANDARD).score()).isCloseTo(100 * (4 - 0.11) / 4, within(1e-9));
        figures[20] = 0;
        figures[52] = 1;
        // Three rows past a window of ten: sigma(3 / 9).
        double loss = 0.22 * (2 / (1 + Math.exp(5 / 3.0)) - 1);
        assertThat(score(NabScorer.Profile.LOW_FALSE_POSITIVES).score()).isCloseTo(100 * (4 + loss) / 4, within(1e-9));
    }

    @Test
    void costsTwiceToMissAWindowWhereThatIsWorse() {
        figures[40] = 1;
        assertThat(score(NabScorer.Profile.LOW_FALSE_NEGATIVES).score()).isCloseTo(50, within(1e-9));
    }

    @Test
    void choosesTheThresholdThatIsBestAndTakesEqualFiguresTogether() {
        figures[40] = 3;
        figures[80] = 2;
        for (int row = 55; row < 75; row++) {
            figures[row] = 1;
        }
        NabScorer.Score score = score(NabScorer.Profile.STANDARD);
        assertThat(score).isEqualTo(new NabScorer.Score(100, 2, 2, 2, 0));
        figures[60] = 2;
        assertThat(score(NabScorer.Profile.STANDARD).falseAlarms()).isEqualTo(1);
    }

    @Test
    void doesNotScoreTheProbation() {
        assertThat(FILE.probation()).isEqualTo(15);
        for (int row = 0; row < 15; row++) {
            figures[row] = 1;
        }
        figures[40] = 1;
        figures[80] = 1;
        assertThat(score(NabScorer.Profile.STANDARD).score()).isCloseTo(100, within(1e-9));
    }

    private NabScorer.Score score(NabScorer.Profile profile) {
        return NabScorer.score(List.of(FILE), List.of(figures), profile);
    }
}
