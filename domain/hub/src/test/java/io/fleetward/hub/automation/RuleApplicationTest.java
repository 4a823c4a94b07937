// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import static io.fleetward.hub.automation.RuleBuilder.aRule;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.automation.RuleApplication.Status;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleApplicationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final RuleApplication STARTED =
            RuleApplication.start("id", aRule("rule").build(), NOW, "arn:aws:iam::123456789012:user/admin");

    /** The place of a finding with that fingerprint. */
    private static String at(String fingerprint) {
        return new SortPosition(List.of(), fingerprint, AccountRegion.of("123456789012", "eu-west-1")).text();
    }

    @Test
    void countsUntilNoFindingsAreLeft() {
        RuleApplication halfway = STARTED.advanced(at("80000000000000000000000000000000"), 5, 2, NOW);
        assertThat(halfway.isInProgress()).isTrue();
        assertThat(halfway.endedAt()).isNull();
        RuleApplication done = halfway.advanced(null, 1, 1, NOW.plusSeconds(9));
        assertThat(done.status()).isEqualTo(Status.COMPLETED);
        assertThat(done.matched()).isEqualTo(6);
        assertThat(done.changed()).isEqualTo(3);
        assertThat(done.endedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @ParameterizedTest
    @CsvSource({"00000000000000000000000000000000, 0", "80000000000000000000000000000000, 50"})
    void tellsHowFarItIs(String fingerprint, int percent) {
        assertThat(STARTED.progressPercent()).isZero();
        assertThat(STARTED.advanced(at(fingerprint), 1, 1, NOW).progressPercent())
                .isEqualTo(percent);
        assertThat(STARTED.advanced(at("ffffffffffffffffffffffffffffffff"), 1, 1, NOW)
                        .progressPercent())
                .isEqualTo(99);
        assertThat(STARTED.advanced(null, 1, 1, NOW).progressPercent()).isEqualTo(100);
    }

    @Test
    void staysWhereItWasCalledOff() {
        RuleApplication canceled = STARTED.advanced(at("80000000000000000000000000000000"), 5, 2, NOW)
                .canceled(NOW.plusSeconds(1));
        assertThat(canceled.isInProgress()).isFalse();
        assertThat(canceled.status()).isEqualTo(Status.CANCELED);
        assertThat(canceled.progressPercent()).isEqualTo(50);
        assertThat(canceled.changed()).isEqualTo(2);
        assertThat(canceled.endedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void countsDaysFromItsStart() {
        AutomationRule recent = aRule("rule")
                .when("{'CreatedAt':[{'DateRange':{'Value':1,'Unit':'DAYS'}}]}")
                .build();
        var finding = aFinding().stored(NOW).finding();
        assertThat(RuleApplication.start("id", recent, NOW, "me").filter().matches(finding))
                .isTrue();
        Instant later = NOW.plus(Duration.ofDays(1));
        assertThat(RuleApplication.start("id", recent, later, "me").filter().matches(finding))
                .isFalse();
    }
}
