// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ModelConfigTest {
    @Test
    void asksForTwoWeeksAndTwentyFiveThousandPointsAsAwsDoes() {
        long week = 7L * 24 * 60 * 60 * 1000;
        assertThat(ModelConfig.Gates.AWS.share(2 * week, 25_000)).isEqualTo(1);
        assertThat(ModelConfig.Gates.AWS.share(week, 1_000_000)).isEqualTo(0.5);
        assertThat(ModelConfig.Gates.AWS.share(4 * week, 2_500)).isEqualTo(0.1);
    }

    @Test
    void asksForNothingWhereTheGatesAreOpen() {
        assertThat(new ModelConfig.Gates(0, 0).share(0, 0)).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelConfig.Gates(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelConfig.Gates(0, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelConfig(ValueKind.COUNT, 0, ModelConfig.Gates.AWS, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceSeries("a", new long[1], new double[2]));
    }
}
