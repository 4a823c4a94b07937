// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes, for each check of a task, one document that says how it ended (audit, check summary).
 *
 * <p>Immutable. The Id names the schedule (or that it was on demand) and the check, so that the next run updates it.
 *
 * @param consoleUrl where the console is, without a slash at the end
 */
public record CheckSummaries(String consoleUrl) {
    /**
     * The report on a check that has ended.
     *
     * @param previous the summary with the same Id that the hub was told before, null when none
     */
    public HubReport report(CheckReport.Occasion occasion, CheckRun run, @Nullable HubReport previous) {
        AuditTask task = occasion.task();
        CheckName check = occasion.check().name();
        Instant at = HubReport.nextUpdate(previous, occasion.now());
        Instant createdAt = previous == null ? at : previous.createdAt();
        var report = new Asff.Report(createdAt, at, previous == null, isActive(run));
        String id = id(task, check);
        var text = new Asff.Text(
                id,
                task.id(),
                check + " Summary: " + outcome(run),
                description(task, check, run),
                consoleUrl + "/defend/audit/results/" + task.id() + "/" + check);
        ObjectNode document = Asff.document(task.scope(), occasion.check(), text, report);
        Asff.setProductFields(document, productFields(task, check, run));
        document.putArray("Resources")
                .addObject()
                .put("Type", "AwsIotAuditTask")
                .put("Id", task.id())
                .put("Region", task.scope().region().value());
        return new HubReport(HubReport.Kind.SUMMARY, check, id, task.id(), createdAt, at, report.isActive(), document);
    }

    /** The Id in the hub: account, type of task, schedule if any, and check. */
    public static String id(AuditTask task, CheckName check) {
        String account = task.scope().account().value();
        String type = task.trigger().taskType().name();
        return switch (task.trigger()) {
            case AuditTrigger.OnDemand _, AuditTrigger.Change _ -> String.join("/", account, type, check.value());
            case AuditTrigger.Scheduled schedule ->
                String.join("/", account, type, schedule.scheduleName(), check.value());
        };
    }

    private static boolean isActive(CheckRun run) {
        return switch (run) {
            case CheckRun.Completed completed -> !completed.isCompliant();
            case CheckRun.Failed _ -> true;
            case CheckRun.Canceled _ -> false;
            case CheckRun.InProgress _, CheckRun.Waiting _ -> throw unfinished(run);
        };
    }

    private static String outcome(CheckRun run) {
        return switch (run) {
            case CheckRun.Completed completed ->
                "Completed with " + completed.nonCompliant() + " non-compliant resources";
            case CheckRun.Failed _ -> "Failed";
            case CheckRun.Canceled _ -> "Canceled";
            case CheckRun.InProgress _, CheckRun.Waiting _ -> throw unfinished(run);
        };
    }

    private static String description(AuditTask task, CheckName check, CheckRun run) {
        String audit = name(task.trigger());
        return switch (run) {
            case CheckRun.Completed completed ->
                audit + " finished (task " + task.id() + "): " + check + " found " + completed.nonCompliant()
                        + " non-compliant of " + completed.total() + " resources, "
                        + percentage(completed.nonCompliant(), completed.total()) + ".";
            case CheckRun.Failed failed ->
                audit + " finished (task " + task.id() + "): " + check + " failed: " + failed.message();
            case CheckRun.Canceled _ -> audit + " was canceled (task " + task.id() + ") before " + check + " finished.";
            case CheckRun.InProgress _, CheckRun.Waiting _ -> throw unfinished(run);
        };
    }

    private static String name(AuditTrigger trigger) {
        return switch (trigger) {
            case AuditTrigger.OnDemand _ -> "On-demand audit";
            case AuditTrigger.Change _ -> "Continuous audit";
            case AuditTrigger.Scheduled(String name, Frequency frequency) ->
                word(frequency) + " scheduled audit " + name;
        };
    }

    private static String word(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> "Daily";
            case WEEKLY -> "Weekly";
            case BIWEEKLY -> "Biweekly";
            case MONTHLY -> "Monthly";
        };
    }

    private static String percentage(long part, long total) {
        if (part == 0) {
            return "0%";
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    private static Map<String, String> productFields(AuditTask task, CheckName check, CheckRun run) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ReportType", "CheckSummary");
        fields.put("TaskId", task.id());
        fields.put("TaskType", task.trigger().taskType().name());
        if (task.trigger() instanceof AuditTrigger.Scheduled scheduled) {
            fields.put("ScheduledAuditName", scheduled.scheduleName());
        }
        fields.put("CheckName", check.value());
        fields.put("CheckRunStatus", run.status().name());
        if (run instanceof CheckRun.Completed completed) {
            putCounts(fields, completed);
        }
        if (run instanceof CheckRun.Failed failed) {
            if (failed.code() != null) {
                fields.put("ErrorCode", failed.code().name());
            }
            fields.put("Message", failed.message());
        }
        return fields;
    }

    private static void putCounts(Map<String, String> fields, CheckRun.Completed completed) {
        String nonCompliant = String.valueOf(completed.nonCompliant());
        fields.put("NonCompliantResourcesCount", nonCompliant);
        // Misspelt so in published samples; clients may read either.
        fields.put("NonComopliantResourcesCount", nonCompliant);
        fields.put("SuppressedNonCompliantResourcesCount", String.valueOf(completed.suppressed()));
        fields.put("TotalResourcesCount", String.valueOf(completed.total()));
    }

    private static IllegalStateException unfinished(CheckRun run) {
        return new IllegalStateException("only a finished check has a summary: " + run.status());
    }
}
