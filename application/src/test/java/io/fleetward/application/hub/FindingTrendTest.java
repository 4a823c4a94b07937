// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.SeverityLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FindingTrendTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final Instant start = hub.clock.instant();

    @Test
    void countsOpenFindingsBySeverityNowAndThen() {
        var timers = new VirtualTimers(hub.clock);
        hub.trend.start(timers, Runnable::run);
        timers.advance(Duration.ofMinutes(55));
        send(aFinding(), aFinding().id("low").with("Severity", "{\"Label\":\"LOW\"}"));
        send(aFinding().id("gone").archived());
        timers.advance(Duration.ofHours(1));
        hub.updates.updateMatching(
                hub.call(HOME),
                FindingBuilder.object("{\"SeverityLabel\":[{\"Value\":\"LOW\",\"Comparison\":\"EQUALS\"}]}"),
                FindingBuilder.object("{\"RecordState\":\"ARCHIVED\"}"));
        List<OpenFindings> counts = upTo(hub.clock.instant());
        assertThat(counts.getFirst().counts()).isEmpty();
        assertThat(counts)
                .anySatisfy(count ->
                        assertThat(count.counts()).isEqualTo(Map.of(SeverityLabel.HIGH, 1L, SeverityLabel.LOW, 1L)));
        assertThat(counts.getLast()).isEqualTo(new OpenFindings(hub.clock.instant(), Map.of(SeverityLabel.HIGH, 1L)));
    }

    @Test
    void tellsOnlyWhatWasOfSpansThatAreOver() {
        hub.trend.count();
        hub.clock.advance(Duration.ofHours(2));
        assertThat(upTo(start)).extracting(OpenFindings::at).containsExactly(start);
    }

    @Test
    void forgetsCountsAfter90Days() {
        hub.trend.count();
        hub.clock.advance(Duration.ofDays(90).plusSeconds(1));
        hub.trend.count();
        assertThat(upTo(start)).isEmpty();
    }

    @Test
    void leavesDisabledHubsAlone() {
        hub.administration.disable(hub.call(HOME));
        hub.trend.count();
        hub.enabled(HOME);
        assertThat(upTo(start.minusMillis(1))).isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void goesOnAfterAFailure() {
        var isFailing = new AtomicBoolean(true);
        FindingGroups failing = (tx, owners, question) -> {
            if (isFailing.get()) {
                throw new TooManyGroupsException("SeverityLabel");
            }
            return List.of();
        };
        var timers = new VirtualTimers(hub.clock);
        new FindingTrend(hub.transactions, hub.stores, failing, hub.openLog, hub.clock).start(timers, Runnable::run);
        assertThat(kept()).isEmpty();
        isFailing.set(false);
        timers.advance(Duration.ofMinutes(10));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void refusesSpansThatEndBeforeTheyBegin() {
        assertThatThrownBy(() -> hub.trend.list(hub.call(HOME), start, start.minusMillis(1)))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(HubError.INVALID_INPUT));
    }

    private List<OpenFindings> upTo(Instant end) {
        return hub.trend.list(hub.call(HOME), start.minus(Duration.ofDays(1)), end);
    }

    private List<OpenFindings> kept() {
        return hub.transactions.read(tx ->
                hub.openLog.between(tx, HOME, Instant.EPOCH, hub.clock.instant().plusSeconds(1)));
    }

    private void send(FindingBuilder... findings) {
        hub.imports.batchImport(
                hub.call(HOME),
                List.of(findings).stream().map(FindingBuilder::sent).toList());
    }
}
