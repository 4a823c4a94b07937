// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void sumsUpWhatItTakesIn() {
        var tally = new Tally();
        tally.add(4);
        tally.add(-1.5);
        tally.addAll(Tally.of(2));

        assertThat(tally).hasToString("count 3, sum 4.5, minimum -1.5, maximum 4.0, latest 2.0");
    }

    @Test
    void learnsNothingFromAnEmptyOne() {
        Tally tally = Tally.of(7);
        tally.addAll(new Tally());

        assertThat(tally).hasToString("count 1, sum 7.0, minimum 7.0, maximum 7.0, latest 7.0");
    }

    @Test
    void readsEachMeasure() {
        var tally = new Tally(3, 9, 1, 5, 3);

        assertThat(Measure.SUM.read(tally)).isEqualTo(9);
        assertThat(Measure.MINIMUM.read(tally)).isEqualTo(1);
        assertThat(Measure.MAXIMUM.read(tally)).isEqualTo(5);
        assertThat(Measure.LATEST.read(tally)).isEqualTo(3);
        assertThatIllegalStateException().isThrownBy(() -> Measure.NONE.read(tally));
    }
}
