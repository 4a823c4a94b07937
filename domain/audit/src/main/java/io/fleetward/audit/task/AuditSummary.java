// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import io.fleetward.audit.CheckName;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The message that tells a topic how an audit ended (audit, audit summary to SNS). */
public final class AuditSummary {
    private AuditSummary() {}

    /** The message on a task that has ended. */
    public static ObjectNode of(AuditTask task) {
        if (task.isInProgress()) {
            throw new IllegalStateException("only an audit that has ended has a summary: " + task.id());
        }
        TaskStatistics counts = task.statistics();
        ObjectNode json = head(task);
        json.put("failedChecksCount", counts.failed());
        json.put("canceledChecksCount", counts.canceled());
        json.put("nonCompliantChecksCount", counts.nonCompliant());
        json.put("compliantChecksCount", counts.compliant());
        json.put("totalChecksCount", counts.total());
        json.put("taskStartTime", task.startedAt().toEpochMilli());
        var details = json.putArray("auditDetails");
        task.checks().forEach((check, run) -> details.add(ofCheck(check, run)));
        return json;
    }

    /** What tells the task from others, and where it stands. */
    public static ObjectNode head(AuditTask task) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("accountId", task.scope().account().value());
        json.put("taskId", task.id());
        json.put("taskStatus", task.status().name());
        json.put("taskType", task.trigger().taskType().name());
        if (task.trigger() instanceof AuditTrigger.Scheduled scheduled) {
            json.put("scheduledAuditName", scheduled.scheduleName());
        }
        return json;
    }

    /** Where one check of a task stands. */
    public static ObjectNode ofCheck(CheckName check, CheckRun run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("checkName", check.value());
        json.put("checkRunStatus", run.status().name());
        var counts = run instanceof CheckRun.Completed completed ? completed : new CheckRun.Completed(0, 0, 0);
        json.put("nonCompliantResourcesCount", counts.nonCompliant());
        json.put("totalResourcesCount", counts.total());
        json.put("suppressedNonCompliantResourcesCount", counts.suppressed());
        if (run instanceof CheckRun.Failed failed) {
            json.put("message", failed.message());
            if (failed.code() != null) {
                json.put("errorCode", failed.code().name());
            }
        }
        return json;
    }
}
