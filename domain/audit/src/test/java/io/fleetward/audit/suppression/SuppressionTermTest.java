// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuppressionTermTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant LATER = NOW.plusNanos(1_500_000);

    @Test
    void isADateInTheFutureOrIndefinite() {
        assertThat(problemsOf(LATER, null)).isEmpty();
        assertThat(problemsOf(LATER, "false")).isEmpty();
        assertThat(problemsOf(null, "true")).isEmpty();
    }

    @Test
    void isNeitherBothNorNone() {
        assertThat(problemsOf(LATER, "true")).contains("not both");
        assertThat(problemsOf(null, null)).contains("either");
        assertThat(problemsOf(null, "false")).contains("either");
    }

    @Test
    void isNotOver() {
        assertThat(problemsOf(NOW, null)).contains("future");
        assertThat(problemsOf(NOW.minusSeconds(1), "false")).contains("future");
    }

    @Test
    void endsToTheMillisecond() {
        assertThat(new SuppressionTerm(LATER, null).expiresAt()).isEqualTo(NOW.plusMillis(1));
        assertThat(new SuppressionTerm(null, true).expiresAt()).isNull();
    }

    private static String problemsOf(@Nullable Instant date, @Nullable String indefinitely) {
        var term = new SuppressionTerm(date, indefinitely == null ? null : Boolean.valueOf(indefinitely));
        return String.join(
                "; ", term.problems(NOW).stream().map(Object::toString).toList());
    }
}
