// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.FindingSuppressionRegistry.Wish;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What suppressions do to findings, and take back. */
class FindingSuppressionTest {
    private static final String TELNET = "{'Title':[{'Value':'Telnet','Comparison':'PREFIX'}]}";
    private static final String LATER = "2026-03-02T10:00:00Z";

    private HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void suppressesWhatIsStoredAndWhatComes() {
        send(aFinding().id("stored"), aFinding().id("other").title("FTP open"));
        String id = suppress(TELNET);
        send(aFinding().id("new"));
        assertThat(status("new")).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(status("stored")).isEqualTo(WorkflowStatus.NEW);
        hub.runJobs();
        assertThat(status("stored")).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(status("other")).isEqualTo(WorkflowStatus.NEW);
        var view = hub.suppressions.describe(hub.call(HOME), id);
        assertThat(view.suppression().state()).isEqualTo(State.ACTIVE);
        assertThat(view.findings()).isEqualTo(2);
    }

    @Test
    void suppressesNamedFindings() {
        send(aFinding().id("a"), aFinding().id("b"));
        var names = List.of(identifier("a"), identifier("unborn"), identifier("a"));
        hub.suppressions.create(hub.call(HOME), new Wish("noise", null, names, null));
        hub.runJobs();
        send(aFinding().id("unborn"));
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(status("unborn")).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(status("b")).isEqualTo(WorkflowStatus.NEW);
    }

    @ParameterizedTest
    @EnumSource(WorkflowStatus.class)
    void givesBackWhateverTheFindingHadBefore(WorkflowStatus former) {
        send(aFinding().id("a"));
        decide("a", former);
        String id = suppress(TELNET);
        hub.runJobs();
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        delete(id);
        assertThat(status("a")).isEqualTo(former);
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> hub.suppressions.describe(hub.call(HOME), id));
        assertThat(hub.suppressions.list(hub.call(HOME), PageRequest.first(9)).items())
                .isEmpty();
    }

    @Test
    void endsByItself() {
        send(aFinding().id("a"));
        String id = hub.suppressions.create(
                hub.call(HOME),
                new Wish(
                        "until tomorrow",
                        json(TELNET),
                        null,
                        hub.clock.instant().plus(Duration.ofDays(1))));
        hub.runJobs();
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        hub.timers.advance(Duration.ofDays(1));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> hub.suppressions.describe(hub.call(HOME), id));
        send(aFinding().id("b"));
        assertThat(status("b")).isEqualTo(WorkflowStatus.NEW);
        hub.runJobs();
        assertThat(status("a")).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void endsThoughTheProcessWasDownThen() {
        send(aFinding().id("a"));
        Instant soon = hub.clock.instant().plus(Duration.ofHours(1));
        hub.suppressions.create(hub.call(HOME), new Wish("for an hour", json(TELNET), null, soon));
        hub.runJobs();
        hub.clock.advance(Duration.ofHours(2));
        hub.restart();
        hub.runJobs();
        assertThat(status("a")).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void leavesAloneWhatAPersonHasDecidedSince() {
        send(aFinding().id("a"), aFinding().id("b"), aFinding().id("c"));
        String id = suppress(TELNET);
        hub.runJobs();
        decide("a", WorkflowStatus.NOTIFIED);
        decide("b", WorkflowStatus.SUPPRESSED);
        send(aFinding().id("a").updatedAt(LATER));
        assertThat(status("a")).isEqualTo(WorkflowStatus.NOTIFIED);
        assertThat(hub.suppressions.describe(hub.call(HOME), id).findings()).isEqualTo(1);
        delete(id);
        assertThat(status("a")).isEqualTo(WorkflowStatus.NOTIFIED);
        assertThat(status("b")).isEqualTo(WorkflowStatus.SUPPRESSED);
        assertThat(status("c")).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void keepsAFindingSuppressedWhileAnotherSuppressionHoldsIt() {
        send(aFinding().id("a"));
        decide("a", WorkflowStatus.NOTIFIED);
        String first = suppress(TELNET);
        hub.runJobs();
        String second = suppress("{'Id':[{'Value':'a','Comparison':'EQUALS'}]}");
        hub.runJobs();
        delete(first);
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        delete(second);
        assertThat(status("a")).isEqualTo(WorkflowStatus.NOTIFIED);
    }

    @Test
    void aFaultThatReturnedMeanwhileIsNewAgain() {
        send(aFinding().id("a").archived());
        decide("a", WorkflowStatus.RESOLVED);
        String id = suppress(TELNET);
        hub.runJobs();
        send(aFinding().id("a").updatedAt(LATER));
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        delete(id);
        assertThat(status("a")).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void comesAfterTheRules() {
        hub.rules.create(
                hub.call(HOME),
                new RuleDraft(
                        "rule",
                        "what for",
                        1,
                        null,
                        true,
                        json(TELNET),
                        json("{'Workflow':{'Status':'RESOLVED'},'Severity':{'Label':'LOW'}}")),
                Map.of());
        String id = suppress("{'SeverityLabel':[{'Value':'LOW','Comparison':'EQUALS'}]}");
        hub.runJobs();
        send(aFinding().id("a"), aFinding().id("a").updatedAt(LATER));
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
        delete(id);
        assertThat(status("a")).isEqualTo(WorkflowStatus.RESOLVED);
    }

    @Test
    void historyNamesTheSuppression() {
        String id = suppress(TELNET);
        send(aFinding().id("a"));
        delete(id);
        List<FindingChange> history = history("a");
        String identity = "arn:aws:fleetward:eu-west-1:123456789012:finding-suppression/" + id;
        assertThat(history.get(1).source())
                .isEqualTo(new FindingChange.Source(FindingChange.Call.BATCH_IMPORT_FINDINGS, identity));
        assertThat(history.get(1).updates()).containsExactly(new FieldUpdate("Workflow.Status", "NEW", "SUPPRESSED"));
        assertThat(history.get(0).source())
                .isEqualTo(new FindingChange.Source(FindingChange.Call.BATCH_UPDATE_FINDINGS, identity));
        assertThat(history.get(0).updates()).containsExactly(new FieldUpdate("Workflow.Status", "SUPPRESSED", "NEW"));
    }

    @Test
    void goesOnWhereItWasBrokenOffWheneverThatWas() {
        boolean isOver = false;
        int deaths = 0;
        for (int transactions = 0; !isOver; transactions++) {
            hub = new HubFixture().enabled(HOME);
            for (int from = 0; from < 250; from += 50) {
                send(IntStream.range(from, from + 50)
                        .mapToObj(i -> aFinding().id("f" + i))
                        .toArray(FindingBuilder[]::new));
            }
            decide("f7", WorkflowStatus.NOTIFIED);
            String id = suppress(TELNET);
            hub.dieAfter(transactions);
            hub.runJobs();
            hub.restart();
            hub.runJobs();
            assertThat(hub.suppressions.describe(hub.call(HOME), id).findings()).isEqualTo(250);
            assertThat(hub.findings(HOME)).allMatch(finding -> finding.workflowStatus() == WorkflowStatus.SUPPRESSED);
            hub.suppressions.delete(hub.call(HOME), id);
            hub.dieAfter(transactions);
            hub.runJobs();
            isOver = hub.suppressions
                    .list(hub.call(HOME), PageRequest.first(1))
                    .items()
                    .isEmpty();
            hub.restart();
            hub.runJobs();
            assertThat(hub.findings(HOME))
                    .allMatch(finding -> finding.workflowStatus()
                            == (finding.id().equals("f7") ? WorkflowStatus.NOTIFIED : WorkflowStatus.NEW));
            assertThat(history("f9")).hasSize(3);
            deaths++;
        }
        assertThat(deaths).isGreaterThan(6);
    }

    @Test
    void forgetsFindingsThatAreDeleted() {
        suppress(TELNET);
        send(aFinding().id("a"));
        decide("a", WorkflowStatus.NOTIFIED);
        hub.clock.advance(Duration.ofDays(91));
        hub.retention.sweep();
        send(aFinding().id("a"));
        assertThat(status("a")).isEqualTo(WorkflowStatus.SUPPRESSED);
    }

    @Test
    void forgetsEverythingWithTheHub() {
        suppress(TELNET);
        send(aFinding().id("a"));
        hub.administration.disable(hub.call(HOME));
        hub.clock.advance(Duration.ofDays(91));
        hub.retention.sweep();
        hub.enabled(HOME);
        assertThat(hub.suppressions.list(hub.call(HOME), PageRequest.first(9)).items())
                .isEmpty();
        send(aFinding().id("a"));
        assertThat(status("a")).isEqualTo(WorkflowStatus.NEW);
    }

    @Test
    void refusesWhatIsNoSuppression() {
        Instant now = hub.clock.instant();
        for (Wish wish : List.of(
                new Wish(" ", json(TELNET), null, null),
                new Wish("x".repeat(1025), json(TELNET), null, null),
                new Wish("why", null, null, null),
                new Wish("why", json(TELNET), List.of(identifier("a")), null),
                new Wish("why", null, List.of(), null),
                new Wish("why", json("{}"), null, null),
                new Wish("why", json(TELNET), null, now))) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> hub.suppressions.create(hub.call(HOME), wish))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.INVALID_INPUT));
        }
    }

    @Test
    void keepsTheirNumberWithinBounds() {
        var wish = new Wish("why", null, List.of(identifier("a")), null);
        for (int i = 0; i < FindingSuppressionRegistry.LIMIT; i++) {
            hub.suppressions.create(hub.call(HOME), wish);
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> hub.suppressions.create(hub.call(HOME), wish))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.LIMIT_EXCEEDED));
    }

    private String suppress(String criteria) {
        return hub.suppressions.create(hub.call(HOME), new Wish("noise", json(criteria), null, null));
    }

    private void delete(String id) {
        hub.suppressions.delete(hub.call(HOME), id);
        hub.runJobs();
    }

    private void send(FindingBuilder... findings) {
        List<ObjectNode> batch =
                List.of(findings).stream().map(FindingBuilder::sent).toList();
        assertThat(hub.imports.batchImport(hub.call(HOME), batch).failures()).isEmpty();
    }

    private void decide(String id, WorkflowStatus status) {
        hub.updates.batchUpdate(
                hub.call(HOME), List.of(identifier(id)), json("{'Workflow':{'Status':'" + status + "'}}"));
    }

    private @Nullable WorkflowStatus status(String id) {
        return hub.findings(HOME).stream()
                .filter(finding -> finding.id().equals(id))
                .map(Finding::workflowStatus)
                .findFirst()
                .orElse(null);
    }

    private List<FindingChange> history(String id) {
        return hub.queries
                .history(
                        hub.call(HOME),
                        identifier(id),
                        new FindingQueries.HistoryWindow(null, null),
                        PageRequest.first(9))
                .items();
    }

    private static FindingIdentifier identifier(String id) {
        return new FindingIdentifier(id, aFinding().sent().path("ProductArn").stringValue());
    }

    private static ObjectNode json(String json) {
        return object(json.replace('\'', '"'));
    }
}
