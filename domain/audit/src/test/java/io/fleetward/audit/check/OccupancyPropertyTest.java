// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two remembered ends against all connections remembered. */
class OccupancyPropertyTest {
    private static final int RUNS = 2_000;
    private static final int CONNECTIONS = 12;

    private record Interval(String client, Instant from, Instant to) {
        static Interval any(RandomGenerator random) {
            int from = random.nextInt(20);
            return new Interval(
                    "c" + random.nextInt(3),
                    Instant.ofEpochSecond(from),
                    Instant.ofEpochSecond(from + random.nextInt(6)));
        }

        boolean overlaps(Interval other) {
            boolean isNothing = !from.isBefore(to) || !other.from.isBefore(other.to);
            return !isNothing && !client.equals(other.client) && from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    @Test
    void seesAnOverlapExactlyWhenThereIsOne() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int run = 0; run < RUNS; run++) {
            List<Interval> connections = Stream.generate(() -> Interval.any(random))
                    .limit(CONNECTIONS)
                    .sorted(Comparator.comparing(Interval::from))
                    .toList();
            var occupancy = new Occupancy();
            var before = new ArrayList<Interval>();
            for (Interval next : connections) {
                assertThat(occupancy.add(next.client(), next.from(), next.to()))
                        .as("%s after %s, %s", next, before, seed)
                        .isEqualTo(before.stream().anyMatch(next::overlaps));
                before.add(next);
            }
        }
    }
}
