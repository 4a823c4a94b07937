// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new Random(7));

    @Test
    void waitsLongerEachTimeUpToAFewMinutes() {
        assertThat(backoff.failed()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.failed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            backoff.failed();
        }
        assertThat(backoff.failed()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(300));
    }

    @Test
    void beginsAnewAfterASuccess() {
        backoff.failed();
        backoff.failed();
        backoff.succeeded();

        assertThat(backoff.failed()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitAsLongAsOthers() {
        assertThat(backoff.failed()).isNotEqualTo(new Backoff(new Random(8)).failed());
    }

    @Test
    void spreadsDevicesOverTheInterval() {
        assertThat(backoff.phase(Duration.ofMinutes(5))).isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }
}
