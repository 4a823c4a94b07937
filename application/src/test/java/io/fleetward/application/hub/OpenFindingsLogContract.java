// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a log of open findings promises. */
public abstract class OpenFindingsLogContract {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final AccountRegion OTHER_REGION = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    protected abstract Transactions transactions();

    protected abstract OpenFindingsLog log();

    @Test
    void keepsTheLastCountOfEachHour() {
        OpenFindings first = count(Duration.ofMinutes(5), 1);
        OpenFindings second = count(Duration.ofMinutes(59), 2);
        OpenFindings next = count(Duration.ofMinutes(60), 3);
        put(HOME, first, second, next);
        assertThat(all(HOME)).containsExactly(second, next);
    }

    @Test
    void keepsEverySeverityApart() {
        var every = new OpenFindings(
                NOON,
                Map.of(
                        SeverityLabel.INFORMATIONAL, 1L,
                        SeverityLabel.LOW, 2L,
                        SeverityLabel.MEDIUM, 3L,
                        SeverityLabel.HIGH, 4L,
                        SeverityLabel.CRITICAL, 5_000_000_000L));
        put(HOME, every);
        assertThat(all(HOME)).containsExactly(every);
    }

    @Test
    void tellsThoseOfTheSpanAlone() {
        OpenFindings before = count(Duration.ofHours(-1), 1);
        OpenFindings at = count(Duration.ZERO, 2);
        OpenFindings after = count(Duration.ofHours(1), 3);
        put(HOME, after, before, at);
        assertThat(between(HOME, NOON, NOON)).containsExactly(at);
        assertThat(between(HOME, before.at(), after.at())).containsExactly(before, at, after);
    }

    @Test
    void forgetsOnlyWhatIsOldAndOfTheAccountAndRegion() {
        OpenFindings old = count(Duration.ofHours(-1), 1);
        OpenFindings young = count(Duration.ZERO, 2);
        for (AccountRegion scope : List.of(HOME, NEIGHBOR, OTHER_REGION)) {
            put(scope, old, young);
        }
        transactions().change(tx -> log().removeBefore(tx, HOME, NOON));
        assertThat(all(HOME)).containsExactly(young);
        transactions().change(tx -> log().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
        assertThat(all(NEIGHBOR)).containsExactly(old, young);
        assertThat(all(OTHER_REGION)).containsExactly(old, young);
    }

    private static OpenFindings count(Duration sinceNoon, long high) {
        return new OpenFindings(NOON.plus(sinceNoon), Map.of(SeverityLabel.HIGH, high));
    }

    private void put(AccountRegion scope, OpenFindings... counts) {
        transactions().change(tx -> List.of(counts).forEach(count -> log().put(tx, scope, count)));
    }

    private List<OpenFindings> all(AccountRegion scope) {
        return between(scope, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
    }

    private List<OpenFindings> between(AccountRegion scope, Instant from, Instant to) {
        return transactions().read(tx -> log().between(tx, scope, from, to));
    }
}
