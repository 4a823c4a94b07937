// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void peopleAreBusiestInTheEveningAndAsleepBeforeDawn() {
        double peak = Chance.dayCurve(19);
        double trough = Chance.dayCurve(4);
        for (int hour = 0; hour < 24; hour++) {
            assertThat(Chance.dayCurve(hour)).isBetween(trough, peak);
        }
        assertThat(peak).isEqualTo(1.8, within(1e-9));
        assertThat(trough).isEqualTo(0.2, within(1e-9));
        assertThat(peak).isLessThan(Chance.BUSIEST);
    }

    @Test
    void logNormalValuesHaveTheirMedianAndTheir95thPercentile() {
        RandomGenerator random = Chance.of(1, "test");
        double sigma = Chance.sigma(2, 9);
        double[] values = DoubleStream.generate(() -> Chance.logNormal(random, 2, sigma))
                .limit(20_001)
                .sorted()
                .toArray();
        assertThat(values[10_000]).isEqualTo(2, within(0.1));
        assertThat(values[19_000]).isEqualTo(9, within(0.6));
    }
}
