// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import static io.fleetward.application.hub.correlation.CorrelationFixture.titled;
import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.hub.ImportOrder;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Outcome;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Part;
import io.fleetward.application.hub.correlation.CorrelationRuleDraft.Question;
import io.fleetward.application.hub.correlation.CorrelationRuleRegistry.View;
import io.fleetward.application.policy.PolicyAttachment;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.CorrelationRule.Status;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.correlation.RuleProgress;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules over several findings, from creating one to the findings they make. */
class CorrelationRuleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LATER = "2026-03-01T10:30:00Z";

    private CorrelationFixture fixture = new CorrelationFixture();

    @Test
    void makesAFindingOfSeveral() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"));
        assertThat(fixture.made()).isEmpty();
        fixture.send(finding("b", "B"));
        assertThat(fixture.open()).hasSize(1);
        Finding made = fixture.open().getFirst();
        assertThat(made.severityLabel()).isEqualTo(SeverityLabel.CRITICAL);
        assertThat(made.document().path("Title").stringValue()).isEqualTo("both on dev-42");
        assertThat(made.document().path("RelatedFindings").findValuesAsString("Id"))
                .containsExactly("a", "b");
        assertThat(made.document().path("Types").get(0).stringValue()).isEqualTo("Unusual Behaviors");
    }

    @Test
    void seesSeveralFindingsOfOneBatch() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(
                finding("a", "A"), finding("b", "B"), on("other", finding("c", "A")), on("dev-9", finding("d", "B")));
        assertThat(fixture.open()).hasSize(1);
    }

    @Test
    void archivesItWithItsCausesAndOpensItAnew() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"), finding("b", "B"));
        fixture.send(finding("b", "B").archived().updatedAt(LATER));
        assertThat(fixture.made()).hasSize(1);
        assertThat(fixture.open()).isEmpty();
        fixture.send(finding("c", "B").updatedAt(LATER));
        assertThat(fixture.made()).hasSize(1);
        assertThat(fixture.open()).hasSize(1);
    }

    @Test
    void aCauseWhoseTimeIsOverHasEnded() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"));
        fixture.hub.clock.advance(Duration.ofDays(60));
        fixture.send(finding("b", "B").updatedAt(LATER));
        fixture.send(
                finding("c", "A").updatedAt(LATER),
                on("dev-9", finding("d", "B").updatedAt(LATER)));
        assertThat(fixture.open()).hasSize(1);
        fixture.hub.clock.advance(Duration.ofDays(31));
        assertThat(fixture.hub.retention.sweep()).isEqualTo(1);
        fixture.settle();
        assertThat(fixture.open()).hasSize(1);
        fixture.hub.clock.advance(Duration.ofDays(60));
        fixture.hub.retention.sweep();
        fixture.settle();
        assertThat(fixture.made()).hasSize(1);
        assertThat(fixture.open()).isEmpty();
    }

    @Test
    void aCauseThatAnImportBroughtEndsWithTheImport() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"));
        var order = new ImportOrder("ASFF", finding("b", "B").sent().toString(), null, Map.of(), null, false, false);
        String run = fixture.hub.importer.run(fixture.hub.call(HOME), order).id();
        fixture.settle();
        assertThat(fixture.open()).hasSize(1);
        fixture.hub.undo.undo(fixture.hub.call(HOME), run);
        fixture.settle();
        assertThat(fixture.open()).isEmpty();
    }

    @Test
    void aCauseThatPeopleResolveHasEnded() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"), finding("b", "B"));
        decide("a", WorkflowStatus.RESOLVED);
        assertThat(fixture.open()).isEmpty();
        decide("a", WorkflowStatus.NEW);
        assertThat(fixture.open()).hasSize(1);
    }

    @Test
    void saysNothingTwice() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"), finding("b", "B"));
        String before = fixture.open().getFirst().toString();
        fixture.send(finding("a", "A").updatedAt(LATER));
        assertThat(fixture.open().getFirst().toString()).isEqualTo(before);
    }

    @Test
    void findsWhatIsStored() {
        fixture.send(IntStream.range(0, 60)
                .mapToObj(i -> on("dev-" + i, finding("a" + i, "A")))
                .toArray(FindingBuilder[]::new));
        fixture.send(IntStream.range(0, 60)
                .mapToObj(i -> on("dev-" + 2 * i, finding("b" + i, "B")))
                .toArray(FindingBuilder[]::new));
        CorrelationRuleDraft draft = draft(JoinKey.RESOURCE_ID);
        CorrelationTrials.Preview preview = fixture.trials.preview(fixture.hub.call(HOME), draft, 4);
        assertThat(preview.resources()).isEqualTo(30);
        assertThat(preview.isComplete()).isTrue();
        assertThat(preview.examples()).hasSize(4);
        assertThat(fixture.made()).isEmpty();
        String rule = create(draft);
        assertThat(fixture.open()).hasSize(30);
        assertThat(describe(rule).openFindings()).isEqualTo(30);
        assertThat(describe(rule).rule().progress().phase()).isEqualTo(RuleProgress.Phase.SETTLED);
        assertThat(fixture.trials.preview(fixture.hub.call(HOME), rule, 1).resources())
                .isEqualTo(30);
    }

    @Test
    void goesOnWhereItWasBrokenOffWheneverThatWas() {
        boolean isOver = false;
        int deaths = 0;
        for (int transactions = 0; !isOver; transactions++) {
            fixture = new CorrelationFixture();
            for (String title : List.of("A", "B")) {
                for (int from = 0; from < 120; from += 60) {
                    fixture.send(IntStream.range(from, from + 60)
                            .mapToObj(i -> on("dev-" + i, finding(title + i, title)))
                            .toArray(FindingBuilder[]::new));
                }
            }
            fixture.dieAfter(transactions);
            String rule = create(draft(JoinKey.RESOURCE_ID));
            boolean isDone = fixture.made().size() == 120;
            fixture.restart();
            fixture.settle();
            assertThat(fixture.open()).hasSize(120);
            fixture.dieAfter(transactions);
            fixture.rules.delete(fixture.hub.call(HOME), rule);
            fixture.settle();
            isOver = isDone
                    && fixture.hub
                            .transactions
                            .read(tx -> fixture.stores.rules().all(tx, HOME))
                            .isEmpty();
            fixture.restart();
            fixture.settle();
            assertThat(fixture.open()).isEmpty();
            assertThat(fixture.made()).hasSize(120);
            deaths++;
        }
        assertThat(deaths).isGreaterThan(5);
    }

    @Test
    void takesItsFindingsBackWhenItAsksSomethingElse() {
        String rule = create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"), finding("b", "B"));
        update(rule, new CorrelationRuleDraft(null, null, Status.DISABLED, nothingElse(), says(null)));
        assertThat(fixture.open()).isEmpty();
        fixture.send(finding("c", "B"));
        assertThat(fixture.open()).isEmpty();
        update(rule, new CorrelationRuleDraft(null, null, Status.ENABLED, nothingElse(), says(null)));
        assertThat(fixture.open()).hasSize(1);
        var others = new Question(parts("A", "C"), null, null, null, null);
        update(rule, new CorrelationRuleDraft(null, null, null, others, says(null)));
        assertThat(fixture.open()).isEmpty();
        assertThat(describe(rule).rule().question().within()).isEqualTo(HOUR);
        fixture.rules.delete(fixture.hub.call(HOME), rule);
        fixture.settle();
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> describe(rule));
        assertThat(list()).isEmpty();
    }

    @Test
    void saysItInOtherWordsWithoutBeginningAnew() {
        String rule = create(draft(JoinKey.RESOURCE_ID));
        fixture.send(finding("a", "A"), finding("b", "B"));
        decide(fixture.open().getFirst(), WorkflowStatus.NOTIFIED);
        fixture.hub.clock.advance(Duration.ofSeconds(1));
        var words = new CorrelationRuleDraft("other", "what for", null, nothingElse(), says("now on {resource}"));
        assertThat(update(rule, words).name()).isEqualTo("other");
        Finding made = fixture.open().getFirst();
        assertThat(made.document().path("Title").stringValue()).isEqualTo("now on dev-42");
        assertThat(made.workflowStatus()).isEqualTo(WorkflowStatus.NOTIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AwsIotRegisteredThing:pump",
                "AwsIotClientId:pump",
                "AwsIotDeviceCertificate:",
                "AwsIotPolicy:all"
            })
    void joinsWhatConcernsTheSameThing(String resource) {
        var certificate = new CertificateId("ab".repeat(32));
        var pump = new ThingPrincipal(new ThingName("pump"), certificate, AttachmentType.NON_EXCLUSIVE_THING);
        fixture.hub.transactions.change(tx -> {
            fixture.registry.things().principals().put(tx, HOME, pump);
            fixture.attachments.add(
                    tx,
                    new PolicyAttachment(
                            HOME,
                            new PolicyName("all"),
                            PolicyTarget.of(HOME, certificate),
                            fixture.hub.clock.instant()));
        });
        create(draft(JoinKey.THING));
        String[] parts = resource.split(":", 2);
        String id = parts[1].isEmpty() ? certificate.value() : parts[1];
        fixture.send(finding("a", "A").with("Resources", resource(parts[0], id)));
        fixture.send(finding("b", "B")
                .with("Resources", resource("Other", "arn:aws:iot:eu-west-1:123456789012:thing/pump")));
        assertThat(fixture.open()).hasSize(1);
        Finding made = fixture.open().getFirst();
        assertThat(made.resourceIds()).containsExactly("arn:aws:iot:eu-west-1:123456789012:thing/pump");
        assertThat(made.document().at("/Resources/0/Details/Other/ThingName").stringValue())
                .isEqualTo("pump");
    }

    @Test
    void blamesNoThingForWhatAWholeFleetShares() {
        var certificate = new CertificateId("ab".repeat(32));
        fixture.hub.transactions.change(tx -> {
            for (int i = 0; i <= ConcernedThings.MOST_USERS; i++) {
                var name = new ThingName("thing-" + i);
                fixture.registry
                        .things()
                        .principals()
                        .put(tx, HOME, new ThingPrincipal(name, certificate, AttachmentType.NON_EXCLUSIVE_THING));
            }
        });
        create(draft(JoinKey.THING));
        fixture.send(
                finding("a", "A").with("Resources", resource("AwsIotDeviceCertificate", certificate.value())),
                finding("b", "B").with("Resources", resource("AwsIotRegisteredThing", "thing-1")));
        assertThat(fixture.made()).isEmpty();
    }

    @Test
    void forgetsWhatIsTooLongAgo() {
        create(draft(JoinKey.RESOURCE_ID));
        fixture.restart();
        fixture.send(finding("a", "A"));
        assertThat(fixture.hub.transactions.<Integer>read(tx -> seen(tx))).isEqualTo(1);
        fixture.timers.advance(Duration.ofHours(2).plusMinutes(15));
        fixture.settle();
        assertThat(fixture.hub.transactions.<Integer>read(tx -> seen(tx))).isZero();
    }

    @Test
    void waitsWhileTheHubIsOff() {
        fixture.send(finding("a", "A"), finding("b", "B"));
        String id = fixture.rules
                .create(fixture.hub.call(HOME), draft(JoinKey.RESOURCE_ID))
                .rule()
                .id();
        fixture.hub.administration.disable(fixture.hub.call(HOME));
        fixture.settle();
        assertThat(fixture.made()).isEmpty();
        fixture.hub.enabled(HOME);
        fixture.settle();
        assertThat(fixture.open()).hasSize(1);
        assertThat(describe(id).openFindings()).isEqualTo(1);
    }

    @Test
    void listsRulesTheOldestFirst() {
        for (int i = 0; i < 3; i++) {
            fixture.hub.clock.advance(Duration.ofSeconds(1));
            create(new CorrelationRuleDraft("rule " + i, null, Status.DISABLED, asks(JoinKey.THING), says(null)));
        }
        var first = fixture.rules.list(fixture.hub.call(HOME), PageRequest.first(2));
        assertThat(first.items()).extracting(view -> view.rule().name()).containsExactly("rule 0", "rule 1");
        var second = fixture.rules.list(fixture.hub.call(HOME), new PageRequest(2, first.next()));
        assertThat(second.items()).extracting(view -> view.rule().name()).containsExactly("rule 2");
        assertThat(second.next()).isNull();
    }

    @Test
    void refusesWhatIsNoRule() {
        refused(new CorrelationRuleDraft(null, null, null, asks(JoinKey.THING), says(null)));
        refused(new CorrelationRuleDraft(" ", null, null, asks(JoinKey.THING), says(null)));
        refused(new CorrelationRuleDraft("x", "y".repeat(1025), null, asks(JoinKey.THING), says(null)));
        refused(new CorrelationRuleDraft("x", null, null, nothingElse(), says(null)));
        refused(new CorrelationRuleDraft("x", null, null, asks(JoinKey.THING), says("{thing}")));
        refused(new CorrelationRuleDraft(
                "x", null, null, asks(JoinKey.THING), new Outcome(null, null, List.of("a/b/c/d"))));
        refused(asking(parts("A"), HOUR));
        refused(asking(parts("A", "A"), HOUR));
        refused(asking(parts("A", "B"), Duration.ofSeconds(59)));
        refused(asking(parts("A", "B"), Duration.ofDays(8)));
        refused(asking(List.of(new Part("A", object("{}")), new Part("B", titled("B"))), HOUR));
    }

    @Test
    void keepsTheirNumberWithinBounds() {
        for (int i = 0; i < CorrelationRuleRegistry.LIMIT; i++) {
            create(draft(JoinKey.RESOURCE_ID));
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> create(draft(JoinKey.RESOURCE_ID)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.LIMIT_EXCEEDED));
    }

    private int seen(Tx tx) {
        return fixture.stores.rules().all(tx, HOME).stream()
                .mapToInt(rule -> fixture.stores
                        .correlations()
                        .active(tx, HOME, rule.id(), 9)
                        .size())
                .sum();
    }

    private void refused(CorrelationRuleDraft draft) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> create(draft))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(HubError.INVALID_INPUT));
    }

    private String create(CorrelationRuleDraft draft) {
        String id = fixture.rules.create(fixture.hub.call(HOME), draft).rule().id();
        fixture.settle();
        return id;
    }

    private CorrelationRule update(String rule, CorrelationRuleDraft draft) {
        fixture.rules.update(fixture.hub.call(HOME), rule, draft);
        fixture.settle();
        return describe(rule).rule();
    }

    private View describe(String rule) {
        return fixture.rules.describe(fixture.hub.call(HOME), rule);
    }

    private List<View> list() {
        return fixture.rules.list(fixture.hub.call(HOME), PageRequest.first(9)).items();
    }

    private void decide(String id, WorkflowStatus status) {
        decide(finding(id, "A").stored(fixture.hub.clock.instant()).finding(), status);
    }

    private void decide(Finding finding, WorkflowStatus status) {
        fixture.hub.updates.batchUpdate(
                fixture.hub.call(HOME),
                List.of(new FindingIdentifier(finding.id(), finding.productArn())),
                object("{\"Workflow\":{\"Status\":\"" + status + "\"}}"));
        fixture.settle();
    }

    private static CorrelationRuleDraft draft(JoinKey joinedBy) {
        return new CorrelationRuleDraft("both", null, null, asks(joinedBy), says("{rule} on {resource}"));
    }

    private static CorrelationRuleDraft asking(List<Part> parts, Duration within) {
        return new CorrelationRuleDraft("x", null, null, new Question(parts, null, within, null, null), says(null));
    }

    private static Question asks(JoinKey joinedBy) {
        return new Question(parts("A", "B"), joinedBy, HOUR, false, EndsWhen.ANY_CAUSE_ENDS);
    }

    private static Question nothingElse() {
        return new Question(null, null, null, null, null);
    }

    private static Outcome says(@Nullable String title) {
        return new Outcome(title, SeverityLabel.CRITICAL, null);
    }

    private static List<Part> parts(String... titles) {
        return List.of(titles).stream()
                .map(title -> new Part(title, titled(title)))
                .toList();
    }

    private static FindingBuilder on(String device, FindingBuilder finding) {
        return finding.with("Resources", resource("Other", device));
    }

    private static String resource(String type, String id) {
        return "[{\"Type\":\"" + type + "\",\"Id\":\"" + id + "\"}]";
    }

    private static FindingBuilder finding(String id, String title) {
        return aFinding().id(id).title(title);
    }
}
