// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgementSentenceTest {
    private static final Instant AT = Instant.parse("2026-01-06T14:05:00Z");

    @Test
    void saysWhatWasMeasuredWhatWasExpectedAndHowRareThatIs() {
        var judgement =
                new Judgement(2.5e-6, 900, 10, 90.25, AT, Judgement.Source.HOUR_OF_WEEK, Judgement.Cause.HIGH, 0.8, 1);
        assertThat(judgement.sentence())
                .isEqualTo(
                        "measured 900 where 10 to 90.3 is expected from the past of the device, Tuesdays from 14:00 to"
                                + " 15:00 UTC; it is unusually high, to be seen in 1 of 400,000 normal datapoints");
    }

    @Test
    void saysHowLittleItKnows() {
        var judgement = new Judgement(1, 0.5, 0.1, 1234.5, AT, Judgement.Source.GROUP, Judgement.Cause.NONE, 0, 0.25);
        assertThat(judgement.sentence())
                .contains("the other devices of the target", "nothing about it is unusual", "most normal", "25 %");
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryCause(Judgement.Cause cause) {
        var judgement = new Judgement(1e-5, 1, 2, 3, AT, Judgement.Source.DEVICE, cause, 1, 1);
        assertThat(judgement.sentence()).contains("the past of the device;").contains("unusual");
    }
}
