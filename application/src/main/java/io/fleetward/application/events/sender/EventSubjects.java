// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event tells of that something can be done about: faults that an audit found and violations, both of this
 * account and region and not yet over. Immutable.
 *
 * <p>Only this product's own events and findings count: whoever may put events of their own, or findings of other
 * products, decides by that about no device.
 */
record EventSubjects(List<Fault> faults, List<String> violations) {
    private static final EventSubjects NONE = new EventSubjects(List.of(), List.of());

    /** Bounds a task, as an order of the API is bounded. */
    private static final int MOST = 25;

    /** An audit's finding and its check. */
    record Fault(String findingId, CheckName check) {}

    EventSubjects {
        faults = List.copyOf(faults);
        violations = List.copyOf(violations);
    }

    static EventSubjects of(ObjectNode event, AccountRegion scope) {
        JsonNode detail = event.path("detail");
        return switch (event.path("source").asString("")) {
            case "fleetward.audit" -> ofAudit(detail);
            case "fleetward.detect" -> ofAlarm(detail);
            case "aws.securityhub" -> ofFindings(detail.path("findings"), scope);
            default -> NONE;
        };
    }

    boolean isEmpty() {
        return faults.isEmpty() && violations.isEmpty();
    }

    private static EventSubjects ofAudit(JsonNode detail) {
        var faults = new ArrayList<Fault>();
        addFault(faults, detail.path("findingId"), detail.path("checkName"));
        return new EventSubjects(faults, List.of());
    }

    private static EventSubjects ofAlarm(JsonNode detail) {
        String id = detail.path("violationId").asString("");
        boolean isRaised =
                detail.path("violationEventType").asString("").equals(ViolationEventType.IN_ALARM.wireName());
        return isRaised && !id.isEmpty() ? new EventSubjects(List.of(), List.of(id)) : NONE;
    }

    private static EventSubjects ofFindings(JsonNode findings, AccountRegion scope) {
        var faults = new ArrayList<Fault>();
        var violations = new ArrayList<String>();
        findings.valueStream()
                .limit(MOST)
                .filter(finding -> isHere(finding, scope))
                .forEach(finding -> {
                    JsonNode fields = finding.path("ProductFields");
                    String product = finding.path("ProductArn").asString("");
                    String violation = fields.path("ViolationId").asString("");
                    if (product.endsWith(":product/" + AuditFindings.PRODUCT)) {
                        addFault(faults, fields.path("FindingId"), fields.path("CheckName"));
                    } else if (product.endsWith(":product/" + ViolationFindings.PRODUCT) && !violation.isEmpty()) {
                        violations.add(violation);
                    }
                });
        return new EventSubjects(faults, violations);
    }

    private static boolean isHere(JsonNode finding, AccountRegion scope) {
        return finding.path("RecordState").asString("").equals("ACTIVE")
                && finding.path("AwsAccountId")
                        .asString("")
                        .equals(scope.account().value())
                && finding.path("Region").asString("").equals(scope.region().value());
    }

    private static void addFault(List<Fault> faults, JsonNode id, JsonNode check) {
        String finding = id.asString("");
        String name = check.asString("");
        if (!finding.isEmpty() && !name.isEmpty()) {
            faults.add(new Fault(finding, new CheckName(name)));
        }
    }
}
