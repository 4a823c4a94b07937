// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import static io.fleetward.hub.finding.FindingBuilder.HOME;

import io.fleetward.application.audit.InMemoryReportedFindings;
import io.fleetward.application.detect.InMemoryViolations;
import io.fleetward.application.detect.ViolationBuilder;
import io.fleetward.application.events.delivery.InMemoryToldFindings;
import io.fleetward.application.events.delivery.ToldFindings;
import io.fleetward.application.hub.FindingImportHandler;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.hub.correlation.CorrelationFixture;
import io.fleetward.application.mitigation.InMemoryMitigation;
import io.fleetward.application.mitigation.MitigationStore;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.Severity;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.hub.finding.FindingBuilder;
import io.fleetward.hub.product.ProductArn;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Findings and what they come from, in memory. */
public final class ChainFixture {
    public static final String AUDIT = ProductArn.of(HOME, AuditFindings.PRODUCT);
    public static final String DETECT = ProductArn.of(HOME, ViolationFindings.PRODUCT);

    public final CorrelationFixture correlations = new CorrelationFixture();
    final InMemoryViolations violations = new InMemoryViolations();
    final InMemoryReportedFindings auditFindings = new InMemoryReportedFindings();
    public final ToldFindings told = new InMemoryToldFindings();
    final MitigationStore mitigation = InMemoryMitigation.store(correlations.hub.transactions);
    public final FindingChains chains = new FindingChains(
            correlations.hub.transactions,
            correlations.hub.stores,
            new FindingChains.Sources(
                    correlations.stores.correlations(),
                    violations,
                    auditFindings,
                    mitigation.tasks(),
                    mitigation.executions(),
                    told));
    private final FindingImportHandler imports =
            new FindingImportHandler(correlations.hub.imports, correlations.hub.clock);

    public ChainFixture() {
        for (String product : List.of(AuditFindings.PRODUCT, ViolationFindings.PRODUCT)) {
            correlations.hub.integrations.enable(correlations.hub.call(HOME), ProductArn.of(HOME, product));
        }
    }

    /** Raises the violation and tells the hub. */
    public void raise(ViolationBuilder raised) {
        Violation violation = raised.in(HOME).build();
        correlations.hub.transactions.change(tx -> violations.raise(tx, violation));
        deliver(new ViolationFindings("https://fleetward.example").active(violation, violation.startedAt()));
    }

    /** Reports that a client id is contested, as an audit or the continuous audit would. */
    public void report(String id, String taskId, Instant foundAt, String clientId) {
        var found = new AuditFinding(
                id,
                taskId,
                foundAt.minusSeconds(60),
                new CheckName("CONFLICTING_CLIENT_IDS_CHECK"),
                foundAt,
                Severity.HIGH,
                AuditedResource.of(new ResourceIdentifier.ClientId(clientId)),
                List.of(),
                new ReasonCode("DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS"),
                "Two devices.",
                false);
        correlations.hub.transactions.change(tx -> auditFindings.add(tx, HOME, List.of(found)));
        deliver(audited(id, clientId));
    }

    /** Tells the hub of a finding of the audit that the audit itself does not know. */
    public void deliver(ObjectNode finding) {
        String id = finding.path("Id").stringValue();
        var entry = new OutboxEntry(HOME, OutboxFindings.TOPIC, id, finding.toString());
        correlations.hub.transactions.change(tx -> imports.handle(tx, List.of(entry)));
        correlations.settle();
    }

    /** A finding of the audit on a client id, as the hub is told. */
    static ObjectNode audited(String id, String clientId) {
        return FindingBuilder.aFinding()
                .id("audit/" + id)
                .product(AUDIT)
                .title("Contested client id")
                .with("ProductFields", "{\"FindingId\":\"" + id + "\"}")
                .with("Resources", "[{\"Type\":\"AwsIotClientId\",\"Id\":\"" + clientId + "\"}]")
                .sent();
    }
}
