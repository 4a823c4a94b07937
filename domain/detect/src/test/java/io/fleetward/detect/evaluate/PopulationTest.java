// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetward.detect.behavior.Statistic;
import io.fleetward.testkit.Seed;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {
    /** What the library states holds with a confidence of 99 %; nine times the standard error leaves no room for luck. */
    private static final double GENEROUS = 3 * Population.RANK_ERROR;

    private final Seed seed = Seed.current();
    private final RandomGenerator random = seed.generator();

    /** Many small values, few large ones, many ties: what devices do. */
    private double[] values(int count) {
        return random.doubles(count)
                .map(x -> Math.floor(50 * Math.pow(x, -0.7)))
                .toArray();
    }

    private static Population population(double[] values) {
        var population = new Population();
        Arrays.stream(values).forEach(population::add);
        return population;
    }

    private static double percentile(Population population, Statistic statistic) {
        return Objects.requireNonNull(population.threshold(statistic)).value();
    }

    /** By nearest rank: the smallest value that the share of all values does not exceed. */
    private static double exact(double[] sorted, Statistic statistic) {
        int rank = (int) Math.ceil(statistic.rank() * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    @ParameterizedTest
    @EnumSource
    void isExactForSmallFleets(Statistic statistic) {
        for (int count : new int[] {1, 2, 7, 10, 99, 100, 1000, Population.EXACT}) {
            double[] values = values(count);
            Population population = population(values);
            Arrays.sort(values);

            assertThat(percentile(population, statistic))
                    .as("%s of %s, %s", statistic, count, seed)
                    .isEqualTo(exact(values, statistic));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isOffByNoMoreThanItsRankErrorForLargeOnes(Statistic statistic) {
        double[] values = random.doubles(60_000).map(x -> 1000 * x * x).toArray();
        Population population = population(values);
        Arrays.sort(values);

        double answer = percentile(population, statistic);

        long atMost = Arrays.stream(values).filter(value -> value <= answer).count();
        assertThat((double) atMost / values.length)
                .as("%s, %s", statistic, seed)
                .isCloseTo(Math.max(statistic.rank(), 1.0 / values.length), within(GENEROUS));
    }

    @Test
    void isTheSameHoweverItIsDivided() {
        double[] values = values(4000);
        var merged = new Population();
        for (int shard = 0; shard < 4; shard++) {
            merged.addAll(population(Arrays.copyOfRange(values, shard * 1000, (shard + 1) * 1000)));
        }
        merged.addAll(new Population());

        assertThat(merged.size()).isEqualTo(4000);
        for (Statistic statistic : Statistic.values()) {
            assertThat(percentile(merged, statistic))
                    .as(seed.toString())
                    .isEqualTo(percentile(population(values), statistic));
        }
    }

    @Test
    void survivesBeingWrittenDown() {
        Population population = population(values(10_000));

        Population read = Population.of(population.text());

        assertThat(read.size()).isEqualTo(10_000);
        assertThat(percentile(read, Statistic.P99)).isEqualTo(percentile(population, Statistic.P99));
        assertThat(Population.of(new Population().text()).size()).isZero();
    }

    @Test
    void hasNoThresholdWithoutValuesOrWithANegativeOne() {
        var population = new Population();
        assertThat(population.threshold(Statistic.P50)).isNull();

        population.add(3);
        assertThat(population.threshold(Statistic.P50)).isEqualTo(new Threshold(Statistic.P50, 3, 1));
        population.add(-0.5);

        assertThat(population.threshold(Statistic.P50)).isNull();
    }
}
