// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingImportHandlerTest {
    private static final String AUDIT = "arn:aws:securityhub:eu-west-1::product/aws/iot-device-defender-audit";
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");

    private final HubFixture hub = new HubFixture();
    private final List<OutboxEntry> outbox = new ArrayList<>();
    private final OutboxFindings findings = new OutboxFindings((tx, entry) -> outbox.add(entry));
    private final FindingImportHandler handler = new FindingImportHandler(hub.imports, hub.clock);

    @Test
    void leavesFindingsInTheOutboxUnderTheirId() {
        hub.transactions.change(tx -> findings.append(tx, HOME, audit("one").sent()));
        OutboxEntry entry = outbox.getFirst();
        assertThat(entry.topic()).isEqualTo(handler.topic());
        assertThat(entry.key()).isEqualTo("one");
        assertThat(FindingBuilder.object(entry.body())).isEqualTo(audit("one").sent());
    }

    @Test
    void importsFindingsOfAcceptedProducts() {
        hub.enabled(HOME).integrations.enable(hub.call(HOME), AUDIT);
        var told = new ArrayList<Finding>();
        hub.changes.listen(new HubListener() {
            @Override
            public void onFindings(AccountRegion scope, List<Finding> changed) {
                told.addAll(changed);
            }
        });
        deliver(audit("one"), audit("two"));
        assertThat(stored(HOME)).extracting(Finding::id).containsExactlyInAnyOrder("one", "two");
        assertThat(stored(HOME))
                .allMatch(finding ->
                        finding.document().path("ProductName").stringValue().equals("IoT Device Defender - Audit"));
        assertThat(told).hasSize(2);
        assertThat(hub.imports.counters().accepted()).isEqualTo(2);
    }

    @Test
    void namesTheProductAsTheSourceInTheHistory() {
        hub.enabled(HOME).integrations.enable(hub.call(HOME), AUDIT);
        deliver(audit("one"));
        var history = hub.queries.history(
                hub.call(HOME),
                new FindingIdentifier("one", AUDIT),
                new FindingQueries.HistoryWindow(null, null),
                PageRequest.first(9));
        assertThat(history.items()).hasSize(1);
        assertThat(history.items().getFirst().source()).isEqualTo(new Source(Call.BATCH_IMPORT_FINDINGS, AUDIT));
    }

    @Test
    void dropsFindingsWhileTheHubIsOff() {
        deliver(audit("one"));
        assertThat(hub.imports.counters().dropped()).isEqualTo(1);
        assertThat(stored(HOME)).isEmpty();
    }

    @Test
    void dropsFindingsOfProductsThatAreNotAccepted() {
        hub.enabled(HOME);
        deliver(audit("one"));
        hub.integrations.enable(hub.call(HOME), AUDIT);
        deliver(audit("two"));
        assertThat(stored(HOME)).extracting(Finding::id).containsExactly("two");
        assertThat(hub.imports.counters().dropped()).isEqualTo(1);
    }

    @Test
    void letsNoBadFindingHoldUpTheOthers() {
        hub.enabled(HOME).integrations.enable(hub.call(HOME), AUDIT);
        hub.transactions.change(tx -> handler.handle(
                tx,
                List.of(
                        entry(HOME, "{\"Id\":\"bad\"}"),
                        entry(HOME, "no json"),
                        entry(HOME, "[]"),
                        entry(
                                HOME,
                                audit("foreign").account("999999999999").sent().toString()),
                        entry(HOME, audit("good").sent().toString()))));
        assertThat(stored(HOME)).extracting(Finding::id).containsExactly("good");
        assertThat(hub.imports.counters().refused()).isEqualTo(2);
    }

    @Test
    void keepsAccountsApart() {
        hub.enabled(HOME).enabled(NEIGHBOR).integrations.enable(hub.call(HOME), AUDIT);
        hub.transactions.change(tx -> handler.handle(
                tx,
                List.of(
                        entry(HOME, audit("one").sent().toString()),
                        entry(
                                NEIGHBOR,
                                audit("two").account("999999999999").sent().toString()))));
        assertThat(stored(HOME)).extracting(Finding::id).containsExactly("one");
        assertThat(stored(NEIGHBOR)).isEmpty();
    }

    @Test
    void appliesStatementsInTheirOrder() {
        hub.enabled(HOME).integrations.enable(hub.call(HOME), AUDIT);
        deliver(
                audit("one").updatedAt("2026-03-01T00:00:01Z"),
                audit("one").updatedAt("2026-03-01T00:00:02Z").archived(),
                audit("one").updatedAt("2026-03-01T00:00:01Z"));
        assertThat(stored(HOME)).hasSize(1);
        assertThat(stored(HOME).getFirst().recordState().name()).isEqualTo("ARCHIVED");
    }

    @Test
    void tellsWhichProductWasEnabled() {
        var told = new ArrayList<String>();
        hub.changes.listen(new HubListener() {
            @Override
            public void onProductEnabled(AccountRegion scope, String product) {
                told.add(scope + " " + product);
            }
        });
        hub.enabled(HOME).integrations.enable(hub.call(HOME), AUDIT);
        assertThat(told).containsExactly(HOME + " aws/iot-device-defender-audit");
    }

    private void deliver(FindingBuilder... sent) {
        for (FindingBuilder finding : sent) {
            hub.transactions.change(tx -> findings.append(tx, HOME, finding.sent()));
        }
        var batch = List.copyOf(outbox);
        outbox.clear();
        hub.transactions.change(tx -> handler.handle(tx, batch));
    }

    private List<Finding> stored(AccountRegion scope) {
        return hub.findings(scope);
    }

    private static OutboxEntry entry(AccountRegion scope, String body) {
        return new OutboxEntry(scope, OutboxFindings.TOPIC, "key", body);
    }

    private static FindingBuilder audit(String id) {
        return aFinding().id(id).product(AUDIT);
    }
}
