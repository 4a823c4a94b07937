// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static io.fleetward.hub.finding.FindingBuilder.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.AutomationRuleRegistry.Change;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What automation rules do to findings as they come in. */
class ImportAutomationTest {
    private static final FindingKey KEY = aFindingKey();

    private final HubFixture hub = new HubFixture().enabled(HOME);

    @Test
    void listenersHearOfFindingsAsTheRulesLeftThem() {
        var heard = new ArrayList<Finding>();
        hub.changes.listen(new HubListener() {
            @Override
            public void onFindings(AccountRegion scope, List<Finding> findings) {
                heard.addAll(findings);
            }
        });
        create("{'Title':[{'Value':'Telnet open','Comparison':'EQUALS'}]}", "{'Workflow':{'Status':'SUPPRESSED'}}");
        send(aFinding());
        assertThat(heard).extracting(Finding::workflowStatus).hasToString("[SUPPRESSED]");
        assertThat(heard).isEqualTo(hub.findings(HOME));
    }

    @Test
    void historyNamesTheRuleBehindTheImport() {
        String rule = create("{'RecordState':[{'Value':'ACTIVE'}]}", "{'Criticality':7}");
        send(aFinding());
        List<FindingChange> history = history();
        assertThat(history).extracting(FindingChange::revision).containsExactly(2L, 1L);
        assertThat(history.getFirst().source())
                .isEqualTo(new FindingChange.Source(FindingChange.Call.BATCH_IMPORT_FINDINGS, rule));
        assertThat(history.getFirst().updates()).containsExactly(new FieldUpdate("Criticality", null, "7"));
        assertThat(history.getLast().created()).isTrue();
        assertThat(history.getLast().source().identity()).isEqualTo("arn:aws:iam::123456789012:user/admin");
    }

    @Test
    void theProviderDoesNotTakeBackWhatARuleSet() {
        create("{'SeverityLabel':[{'Value':'HIGH'}]}", "{'Severity':{'Label':'LOW'}}");
        send(aFinding(), aFinding().updatedAt("2026-03-02T10:00:00Z"));
        ObjectNode stored = hub.findings(HOME).getFirst().document();
        assertThat(stored.path("Severity").path("Label").stringValue()).isEqualTo("LOW");
        assertThat(stored.path("FindingProviderFields")
                        .path("Severity")
                        .path("Label")
                        .stringValue())
                .isEqualTo("HIGH");
    }

    @Test
    void isAskedOfUpdatesToo() {
        send(aFinding());
        create("{'Title':[{'Value':'Telnet'  ,'Comparison':'PREFIX'}]}", "{'Criticality':7}");
        assertThat(criticality()).isNull();
        send(aFinding().title("Telnet closed").updatedAt("2026-03-02T10:00:00Z"));
        assertThat(criticality()).isEqualTo(7);
    }

    @Test
    void ignoresWhatIsNotImported() {
        send(aFinding());
        create("{'RecordState':[{'Value':'ACTIVE'}]}", "{'Criticality':7}");
        send(aFinding());
        hub.updates.batchUpdate(
                hub.call(HOME),
                List.of(new FindingIdentifier(KEY.id(), KEY.productArn())),
                object("{\"Confidence\":1}"));
        assertThat(criticality()).isNull();
    }

    @Test
    void aChangedRuleCountsFromTheNextImportOn() {
        String rule = create("{'RecordState':[{'Value':'ACTIVE'}]}", "{'Criticality':7}");
        send(aFinding());
        var other = new RuleDraft(null, null, null, null, null, null, json("{'Criticality':8}"));
        hub.rules.update(hub.call(HOME), List.of(new Change(rule, other)));
        send(aFinding().updatedAt("2026-03-02T10:00:00Z"));
        assertThat(criticality()).isEqualTo(8);
        hub.rules.delete(hub.call(HOME), List.of(rule));
        send(aFinding().id("another"));
        assertThat(hub.findings(HOME))
                .filteredOn(finding -> finding.id().equals("another"))
                .noneMatch(finding -> finding.document().has("Criticality"));
    }

    @Test
    void aChangeThatIsUndoneNeverCounts() {
        create("{'RecordState':[{'Value':'ACTIVE'}]}", "{'Criticality':7}");
        var rules = new CompiledRules(hub.stores);
        var undone = new IllegalStateException("undone");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> hub.transactions.change(tx -> {
                    hub.stores.automation().rules().removeAll(tx, HOME);
                    hub.stores.automation().rules().setVersion(tx, HOME, "never seen");
                    rules.of(tx, HOME);
                    throw undone;
                })))
                .isSameAs(undone);
        assertThat(hub.transactions.<Integer>read(tx -> rules.of(tx, HOME)
                        .rules()
                        .at(hub.clock.instant())
                        .apply(aFinding().stored(hub.clock.instant()))
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void compilesOnceForEachVersion() {
        create("{'RecordState':[{'Value':'ACTIVE'}]}", "{'Criticality':7}");
        var rules = new CompiledRules(hub.stores);
        hub.transactions.change(tx -> assertThat(rules.of(tx, HOME).rules())
                .isSameAs(rules.of(tx, HOME).rules())
                .isNotNull());
        hub.transactions.change(tx -> {
            var before = rules.of(tx, HOME).rules();
            hub.stores.automation().rules().setVersion(tx, HOME, "another");
            assertThat(rules.of(tx, HOME).rules()).isNotSameAs(before);
        });
    }

    private String create(String criteria, String updates) {
        var draft = new RuleDraft("rule", "what for", 1, null, null, json(criteria), json(updates));
        return hub.rules.create(hub.call(HOME), draft, Map.of());
    }

    private void send(FindingBuilder... findings) {
        ImportReport report = hub.imports.batchImport(
                hub.call(HOME),
                List.of(findings).stream().map(FindingBuilder::sent).toList());
        assertThat(report.failures()).isEmpty();
    }

    private @Nullable Integer criticality() {
        var value = hub.findings(HOME).getFirst().document().get("Criticality");
        return value == null ? null : value.intValue();
    }

    private List<FindingChange> history() {
        return hub.queries
                .history(
                        hub.call(HOME),
                        new FindingIdentifier(KEY.id(), KEY.productArn()),
                        new FindingQueries.HistoryWindow(null, null),
                        PageRequest.first(9))
                .items();
    }

    private static FindingKey aFindingKey() {
        ObjectNode sent = aFinding().sent();
        return new FindingKey(
                sent.path("ProductArn").stringValue(), sent.path("Id").stringValue());
    }

    private static ObjectNode json(String json) {
        return object(json.replace('\'', '"'));
    }
}
