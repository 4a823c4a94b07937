// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.delivery.ToldFinding;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.hub.MemberAdministration.AccountDetails;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FindingChainsTest {
    private static final AccountRegion ADMINISTRATOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MetricValue TEN = new MetricValue.Count(10);

    private final ChainFixture fixture = new ChainFixture();

    @Test
    void leadsFromAReportOverMetricAndAlarmToTheFindingAndItsMitigation() {
        fixture.raise(aViolation("v1").startedAt(NOON).raisedBy(new Evidence(TEN, NOON, NOON, null)));
        mitigate(TaskKind.DETECT, "v1");
        FindingChain chain = chain(ChainFixture.DETECT, "v1");
        assertThat(chain.isComplete()).isTrue();
        assertThat(chain.links())
                .extracting(ChainLink::kind)
                .containsExactly(Kind.MESSAGE, Kind.METRIC, Kind.ALARM, Kind.ACTION, Kind.FINDING);
        assertThat(link(chain, Kind.METRIC).summary()).contains("pump-7", "was 10");
        assertThat(link(chain, Kind.ALARM).identifiers())
                .containsEntry("violationId", "v1")
                .containsEntry("thingName", "pump-7");
        assertThat(link(chain, Kind.ACTION).identifiers())
                .containsEntry("taskId", "task")
                .containsEntry("status", "COMPLETED");
        assertThat(link(chain, Kind.FINDING).summary()).startsWith("Created: ");
    }

    @Test
    void leadsOnOverEventsToTheirDeliveries() {
        fixture.raise(aViolation("v1").startedAt(NOON));
        FindingKey finding = new FindingIdentifier("v1", ChainFixture.DETECT).key();
        var page = lane(HOME, "page");
        var mail = lane(HOME, "mail");
        Instant put = fixture.correlations.hub.clock.instant();
        fixture.correlations.hub.transactions.change(tx -> {
            fixture.told.add(tx, page, List.of(told(finding, "e1", Result.DELIVERED, put)));
            fixture.told.add(tx, mail, List.of(told(finding, "e1", Result.DEAD, put)));
            fixture.told.add(tx, lane(ADMINISTRATOR, "page"), List.of(told(finding, "e9", Result.DELIVERED, put)));
        });

        FindingChain chain = chain(ChainFixture.DETECT, "v1");

        assertThat(kinds(chain)).containsExactly(Kind.ALARM, Kind.FINDING, Kind.EVENT, Kind.DELIVERY, Kind.DELIVERY);
        assertThat(link(chain, Kind.EVENT).identifiers()).containsEntry("eventId", "e1");
        assertThat(chain.links().stream().filter(link -> link.kind() == Kind.DELIVERY))
                .extracting(ChainLink::summary)
                .containsExactlyInAnyOrder(
                        "Delivered to target page of rule alarms: answered 200",
                        "Given up for target mail of rule alarms: answered 200");
        assertThat(chain.links().getLast().identifiers())
                .containsEntry("ruleName", "alarms")
                .containsEntry("eventBusName", "default")
                .containsKey("targetId");
    }

    @Test
    void saysThatThereAreMoreDeliveries() {
        fixture.raise(aViolation("v1").startedAt(NOON).raisedBy(new Evidence(TEN, NOON, NOON, null)));
        FindingKey finding = new FindingIdentifier("v1", ChainFixture.DETECT).key();
        Instant put = fixture.correlations.hub.clock.instant();
        fixture.correlations.hub.transactions.change(tx -> fixture.told.add(
                tx, lane(HOME, "page"), Collections.nCopies(101, told(finding, "e1", Result.DELIVERED, put))));

        assertThat(chain(ChainFixture.DETECT, "v1").missing())
                .containsExactly("Of the deliveries of its events only the last 100 are shown.");
    }

    private static TargetLane lane(AccountRegion scope, String target) {
        return new TargetLane(new RuleKey(scope, "default", "alarms"), target);
    }

    private static ToldFinding told(FindingKey finding, String event, Result result, Instant put) {
        return new ToldFinding(
                finding, event, "Security Hub Findings - Imported", put, result, "answered 200", put.plusMillis(3));
    }

    @Test
    void aWindowIsNoMessage() {
        fixture.raise(aViolation("v1").startedAt(NOON).raisedBy(new Evidence(TEN, NOON.minusSeconds(300), NOON, null)));
        assertThat(kinds(chain(ChainFixture.DETECT, "v1"))).containsExactly(Kind.METRIC, Kind.ALARM, Kind.FINDING);
    }

    @Test
    void saysWhatIsNoLongerKept() {
        fixture.raise(aViolation("v1").startedAt(NOON));
        FindingChain withoutEvidence = chain(ChainFixture.DETECT, "v1");
        assertThat(withoutEvidence.missing()).singleElement().asString().contains("violation v1 was not kept");
        fixture.correlations.hub.transactions.change(tx -> fixture.violations.end(
                tx, aViolation("v1").in(HOME).startedAt(NOON).build(), NOON.plusSeconds(60)));
        assertThat(link(chain(ChainFixture.DETECT, "v1"), Kind.ALARM).summary()).endsWith("was in alarm.");
        fixture.correlations.hub.transactions.change(
                tx -> fixture.violations.prune(tx, NOON.plus(Duration.ofDays(60))));
        FindingChain withoutViolation = chain(ChainFixture.DETECT, "v1");
        assertThat(withoutViolation.isComplete()).isFalse();
        assertThat(withoutViolation.missing()).containsExactly("Violation v1 is no longer kept.");
        fixture.deliver(ChainFixture.audited("gone", "pump-7"));
        assertThat(chain(ChainFixture.AUDIT, "audit/gone").missing())
                .containsExactly("The audit's finding gone is no longer kept.");
    }

    @Test
    void leadsFromAChangeOverTheCheckToTheFinding() {
        fixture.report("f1", AuditTask.CONTINUOUS, NOON, "pump-7");
        fixture.report("f2", "task-2", NOON, "pump-8");
        mitigate(TaskKind.AUDIT, "f2");
        FindingChain changed = chain(ChainFixture.AUDIT, "audit/f1");
        assertThat(kinds(changed)).containsExactly(Kind.CHANGE, Kind.CHECK, Kind.FINDING);
        assertThat(link(changed, Kind.CHECK).identifiers())
                .containsEntry("checkName", "CONFLICTING_CLIENT_IDS_CHECK")
                .containsEntry("clientId", "pump-7");
        assertThat(kinds(chain(ChainFixture.AUDIT, "audit/f2"))).containsExactly(Kind.CHECK, Kind.ACTION, Kind.FINDING);
    }

    @Test
    void leadsFromCausesToTheirCorrelationAndBack() {
        fixture.correlations.rules.create(fixture.correlations.hub.call(HOME), rule());
        fixture.report("f1", "task", NOON, "pump-7");
        fixture.raise(aViolation("v1").startedAt(NOON).raisedBy(new Evidence(TEN, NOON, NOON, null)));
        Finding made = fixture.correlations.made().getFirst();
        FindingChain chain = chain(made.productArn(), made.id());
        assertThat(chain.missing()).isEmpty();
        assertThat(kinds(chain)).contains(Kind.CHECK, Kind.MESSAGE, Kind.METRIC, Kind.ALARM, Kind.CORRELATION);
        assertThat(chain.links().stream().filter(link -> link.kind() == Kind.FINDING))
                .extracting(link -> link.identifiers().get("id"))
                .containsExactlyInAnyOrder("audit/f1", "v1", made.id());
        assertThat(link(chain(ChainFixture.DETECT, "v1"), Kind.CORRELATION).identifiers())
                .containsEntry("id", made.id())
                .containsKey("ruleArn");
        fixture.correlations.hub.transactions.change(tx -> fixture.correlations
                .hub
                .stores
                .findings()
                .delete(tx, HOME, List.of(new FindingIdentifier("v1", ChainFixture.DETECT).key())));
        assertThat(chain(made.productArn(), made.id()).missing()).containsExactly("Finding v1 is no longer kept.");
    }

    @Test
    void tellsWhoChangedWhat() {
        fixture.correlations.send(aFinding().id("a"));
        String product = aFinding().sent().path("ProductArn").stringValue();
        fixture.correlations.hub.clock.advance(Duration.ofSeconds(1));
        fixture.correlations.hub.updates.batchUpdate(
                fixture.correlations.hub.call(HOME),
                List.of(new FindingIdentifier("a", product)),
                object("{\"Workflow\":{\"Status\":\"NOTIFIED\"},\"UserDefinedFields\":{\"who\":\"me\"}}"));
        List<ChainLink> links = chain(product, "a").links();
        assertThat(links).hasSize(2);
        assertThat(links.getFirst().summary()).isEqualTo("Created: Telnet open");
        assertThat(links.getLast().summary())
                .contains("Workflow.Status to NOTIFIED")
                .doesNotContain("me");
        assertThat(links.getLast().identifiers()).containsEntry("updateSource", "arn:aws:iam::123456789012:user/admin");
        assertThat(chain(product, "a").missing()).isEmpty();
        fixture.correlations.hub.clock.advance(Duration.ofDays(91));
        assertThat(chain(product, "a").missing())
                .singleElement(STRING)
                .matches("Of the changes of the finding only those since [^ ]+ are kept\\.");
    }

    @Test
    void missesHowAFindingCameThatNobodyHasNoted() {
        var old = aFinding().id("old").stored(fixture.correlations.hub.clock.instant());
        fixture.correlations.hub.transactions.change(
                tx -> fixture.correlations.hub.stores.findings().save(tx, HOME, List.of(old)));
        assertThat(chain(old.key().productArn(), "old").missing())
                .containsExactly("How the finding came is no longer kept in its history.");
    }

    @Test
    void showsAdministratorsTheFindingButNotWhatItWasMadeOf() {
        fixture.raise(aViolation("v1").startedAt(NOON).raisedBy(new Evidence(TEN, NOON, NOON, null)));
        var stranger = new FindingIdentifier("v1", ChainFixture.DETECT);
        fixture.correlations.hub.enabled(ADMINISTRATOR);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> fixture.chains.describe(fixture.correlations.hub.call(ADMINISTRATOR), stranger))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.RESOURCE_NOT_FOUND));
        follow();
        FindingChain chain = fixture.chains.describe(fixture.correlations.hub.call(ADMINISTRATOR), stranger);
        assertThat(kinds(chain)).containsExactly(Kind.FINDING);
        assertThat(chain.missing()).singleElement().asString().contains("123456789012");
        fixture.correlations.hub.transactions.change(tx -> fixture.told.add(
                tx,
                lane(ADMINISTRATOR, "page"),
                List.of(told(stranger.key(), "e1", Result.DELIVERED, fixture.correlations.hub.clock.instant()))));
        assertThat(kinds(fixture.chains.describe(fixture.correlations.hub.call(ADMINISTRATOR), stranger)))
                .as("what its own targets were told")
                .containsExactly(Kind.FINDING, Kind.EVENT, Kind.DELIVERY);
    }

    private void follow() {
        var hub = fixture.correlations.hub;
        hub.members.create(
                hub.call(ADMINISTRATOR),
                List.of(new AccountDetails(HOME.account().value(), null)));
        hub.members.invite(hub.call(ADMINISTRATOR), List.of(HOME.account().value()));
        Member invited = hub.invitations
                .list(hub.call(HOME), PageRequest.first(1))
                .items()
                .getFirst();
        String invitation = Objects.requireNonNull(invited.invitation()).id();
        hub.invitations.accept(
                hub.call(HOME), "AdministratorId", ADMINISTRATOR.account().value(), invitation);
    }

    private void mitigate(TaskKind kind, String subjectId) {
        var task = new TaskKey(HOME, kind, "task");
        var subject = new TaskSubject(0, subjectId, "", SubjectStatus.PENDING);
        var action = new ActionDefinition("quarantine", "1", "role", new UpdateDeviceCertificate());
        Execution done = Execution.pending(task, subject, 0, action, "pump-7")
                .completed(NOON.plusSeconds(1), NOON.plusSeconds(2));
        fixture.correlations.hub.transactions.change(
                tx -> fixture.mitigation.executions().add(tx, task, subject, List.of(done)));
    }

    private FindingChain chain(String productArn, String id) {
        return fixture.chains.describe(fixture.correlations.hub.call(HOME), new FindingIdentifier(id, productArn));
    }

    private static ChainLink link(FindingChain chain, Kind kind) {
        return chain.links().stream()
                .filter(link -> link.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<Kind> kinds(FindingChain chain) {
        return chain.links().stream().map(ChainLink::kind).toList();
    }

    private static CorrelationRuleDraft rule() {
        return new CorrelationRuleDraft(
                "both",
                null,
                null,
                new CorrelationRuleDraft.Question(
                        List.of(part("Audit"), part("Detect")),
                        JoinKey.THING,
                        Duration.ofDays(7),
                        null,
                        EndsWhen.ANY_CAUSE_ENDS),
                new CorrelationRuleDraft.Outcome(null, null, null));
    }

    private static CorrelationRuleDraft.Part part(String product) {
        return new CorrelationRuleDraft.Part(
                product,
                object("{\"ProductName\":[{\"Value\":\"IoT Device Defender - " + product
                        + "\",\"Comparison\":\"EQUALS\"}]}"));
    }
}
