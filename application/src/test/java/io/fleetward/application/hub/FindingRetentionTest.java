// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.time.VirtualTimers;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FindingRetentionTest {
    private static final String OWN = "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default";

    private final HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void deletesArchivedFindingsAfter30DaysAndActiveOnesAfter90() {
        send(aFinding().id("active"), aFinding().id("archived").archived());
        hub.clock.advance(Duration.ofDays(30));
        assertThat(hub.retention.sweep()).isZero();
        hub.clock.advance(Duration.ofMillis(1));
        assertThat(hub.retention.sweep()).isEqualTo(1);
        assertThat(ids()).containsExactly("active");
        hub.clock.advance(Duration.ofDays(60));
        assertThat(hub.retention.sweep()).isEqualTo(1);
        assertThat(ids()).isEmpty();
    }

    @Test
    void keepsWhatIsSentAgain() {
        send(aFinding());
        hub.clock.advance(Duration.ofDays(89));
        send(aFinding().updatedAt("2026-04-01T00:00:00Z"));
        hub.clock.advance(Duration.ofDays(89));
        assertThat(hub.retention.sweep()).isZero();
    }

    @Test
    void keepsWhatPeopleArchiveFor30DaysFromThen() {
        send(aFinding());
        hub.clock.advance(Duration.ofDays(60));
        hub.updates.updateMatching(
                hub.call(HOME), FindingBuilder.object("{}"), FindingBuilder.object("{\"RecordState\":\"ARCHIVED\"}"));
        hub.clock.advance(Duration.ofDays(30));
        assertThat(hub.retention.sweep()).isZero();
        hub.clock.advance(Duration.ofMillis(1));
        assertThat(hub.retention.sweep()).isEqualTo(1);
    }

    @Test
    void deletesManyFindingsInBatches() {
        for (int i = 0; i < 450; i++) {
            send(aFinding().id("f" + i));
        }
        hub.clock.advance(Duration.ofDays(91));
        assertThat(hub.retention.sweep()).isEqualTo(450);
    }

    @Test
    void startsAnExpiredFindingAnew() {
        send(aFinding().title("Old"));
        hub.updates.batchUpdate(
                hub.call(HOME),
                List.of(new FindingIdentifier("scan-7/dev-42/open-port-23", OWN)),
                FindingBuilder.object("{\"Workflow\":{\"Status\":\"SUPPRESSED\"}}"));
        hub.clock.advance(Duration.ofDays(91));
        send(aFinding().title("New"));
        assertThat(found()).hasSize(1);
        assertThat(found().getFirst().workflowStatus().name()).isEqualTo("NEW");
        var history = hub.queries.history(
                hub.call(HOME),
                new FindingIdentifier("scan-7/dev-42/open-port-23", OWN),
                new FindingQueries.HistoryWindow(null, null),
                PageRequest.first(9));
        assertThat(history.items()).hasSize(1);
    }

    @Test
    void forgetsDisabledHubsAfter90Days() {
        hub.integrations.enable(hub.call(HOME), "arn:aws:securityhub:eu-west-1::product/prowler/prowler");
        hub.insights.create(hub.call(HOME), "by title", FindingBuilder.object("{}"), "Title");
        hub.actions.create(hub.call(HOME), new ActionTarget("Ticket", "Ticket", "For the plant"));
        hub.administration.disable(hub.call(HOME));
        hub.clock.advance(Duration.ofDays(91));
        hub.retention.sweep();
        hub.enabled(HOME);
        assertThat(hub.integrations
                        .enabled(hub.call(HOME), PageRequest.first(9))
                        .items())
                .hasSize(1);
        assertThat(hub.actions.list(hub.call(HOME), null, PageRequest.first(9)).items())
                .isEmpty();
        assertThat(hub.insights.list(hub.call(HOME), null, PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void sweepsEveryHour() {
        var timers = new VirtualTimers(hub.clock);
        hub.retention.start(timers, Runnable::run);
        send(aFinding().archived());
        timers.advance(Duration.ofDays(30).plusHours(2));
        assertThat(ids()).isEmpty();
    }

    private void send(FindingBuilder... findings) {
        List<ObjectNode> sent =
                List.of(findings).stream().map(FindingBuilder::sent).toList();
        assertThat(hub.imports.batchImport(hub.call(HOME), sent).failures()).isEmpty();
    }

    private List<String> ids() {
        return found().stream().map(Finding::id).toList();
    }

    private List<Finding> found() {
        return hub.findings(HOME);
    }
}
