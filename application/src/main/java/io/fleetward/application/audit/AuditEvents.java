// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.task.AuditSummary;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves what becomes of audits on the default bus of their account, with the change itself (audit, beyond AWS).
 *
 * <p>Thread-safe. Deviation: AWS tells the bus nothing of this; the source is {@value #SOURCE}.
 */
public final class AuditEvents {
    private static final String SOURCE = "fleetward.audit";

    private final EventSink sink;
    private final InstantSource clock;

    public AuditEvents(EventSink sink, InstantSource clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** A task has begun or ended. */
    void taskChanged(Tx tx, AuditTask task) {
        if (sink.isHeard(task.scope())) {
            ObjectNode detail = task.isInProgress()
                    ? AuditSummary.head(task)
                            .put("totalChecksCount", task.checks().size())
                    : AuditSummary.of(task);
            put(tx, task, "Audit Task State Change", detail);
        }
    }

    /** A check of the task has come to its end, whatever that is. */
    void checkEnded(Tx tx, AuditTask task, CheckName check) {
        if (sink.isHeard(task.scope())) {
            ObjectNode detail = AuditSummary.head(task);
            detail.setAll(AuditSummary.ofCheck(check, task.of(check)));
            put(tx, task, "Audit Check Completed", detail);
        }
    }

    /** A check of the task found these; nothing is told of the suppressed ones. */
    void found(Tx tx, AuditTask task, List<AuditFinding> findings) {
        if (!sink.isHeard(task.scope())) {
            return;
        }
        List<BusEvent> events = findings.stream()
                .filter(finding -> !finding.isSuppressed())
                .map(finding -> event(task, "Audit Finding", detail(finding)))
                .toList();
        if (!events.isEmpty()) {
            sink.put(tx, task.scope(), events);
        }
    }

    private static ObjectNode detail(AuditFinding finding) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("findingId", finding.id());
        detail.put("taskId", finding.taskId());
        detail.put("checkName", finding.check().value());
        detail.put("severity", finding.severity().name());
        ObjectNode resource = detail.putObject("nonCompliantResource");
        resource.put("resourceType", finding.resource().identifier().type().name());
        ObjectNode identifier = resource.putObject("resourceIdentifier");
        finding.resource().identifier().members().forEach(identifier::put);
        detail.put("reasonForNonCompliance", finding.reason());
        detail.put("reasonForNonComplianceCode", finding.code().value());
        return detail;
    }

    private void put(Tx tx, AuditTask task, String type, ObjectNode detail) {
        sink.put(tx, task.scope(), event(task, type, detail));
    }

    private BusEvent event(AuditTask task, String type, ObjectNode detail) {
        List<String> resources = task.trigger() instanceof AuditTrigger.Scheduled scheduled
                ? List.of(task.scope()
                        .arn("iot", "scheduledaudit/" + scheduled.scheduleName())
                        .toString())
                : List.of();
        return new BusEvent(SOURCE, type, clock.instant(), resources, detail);
    }
}
