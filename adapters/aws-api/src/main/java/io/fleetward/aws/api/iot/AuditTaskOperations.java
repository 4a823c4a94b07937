// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.audit.Audits;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AuditCheckDetails;
import io.fleetward.aws.model.iot.AuditTaskMetadata;
import io.fleetward.aws.model.iot.CancelAuditTaskRequest;
import io.fleetward.aws.model.iot.CancelAuditTaskResponse;
import io.fleetward.aws.model.iot.DescribeAuditTaskRequest;
import io.fleetward.aws.model.iot.DescribeAuditTaskResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListAuditTasksRequest;
import io.fleetward.aws.model.iot.ListAuditTasksResponse;
import io.fleetward.aws.model.iot.StartOnDemandAuditTaskRequest;
import io.fleetward.aws.model.iot.StartOnDemandAuditTaskResponse;
import io.fleetward.aws.model.iot.TaskStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Audit tasks. Thread-safe. */
public final class AuditTaskOperations implements IotApi {
    private final Audits audits;
    private final PageTokens tokens;

    public AuditTaskOperations(Audits audits, PageTokens tokens) {
        this.audits = audits;
        this.tokens = tokens;
    }

    @Override
    public StartOnDemandAuditTaskResponse startOnDemandAuditTask(
            StartOnDemandAuditTaskRequest request, CallContext context) {
        return StartOnDemandAuditTaskResponse.builder()
                .taskId(audits.startOnDemand(context.scope(), request.targetCheckNames()))
                .build();
    }

    @Override
    public DescribeAuditTaskResponse describeAuditTask(DescribeAuditTaskRequest request, CallContext context) {
        AuditTask task = audits.describe(context.scope(), request.taskId());
        return DescribeAuditTaskResponse.builder()
                .taskStatus(task.status().name())
                .taskType(task.trigger().taskType().name())
                .taskStartTime(task.startedAt())
                .taskStatistics(statistics(task))
                .scheduledAuditName(
                        task.trigger() instanceof AuditTrigger.Scheduled schedule ? schedule.scheduleName() : null)
                .auditDetails(details(task))
                .build();
    }

    @Override
    public CancelAuditTaskResponse cancelAuditTask(CancelAuditTaskRequest request, CallContext context) {
        audits.cancel(context.scope(), request.taskId());
        return new CancelAuditTaskResponse();
    }

    @Override
    public ListAuditTasksResponse listAuditTasks(ListAuditTasksRequest request, CallContext context) {
        var filter = new TaskFilter(
                request.startTime(),
                request.endTime(),
                request.taskType() == null ? null : AuditTaskType.valueOf(request.taskType()),
                request.taskStatus() == null ? null : AuditTaskStatus.valueOf(request.taskStatus()));
        Paging paging = tokens.bind(context, "ListAuditTasks", filter);
        var page = audits.list(
                context.scope(), filter, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListAuditTasksResponse.builder()
                .tasks(page.map(AuditTaskOperations::metadata).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static AuditTaskMetadata metadata(AuditTask task) {
        return AuditTaskMetadata.builder()
                .taskId(task.id())
                .taskStatus(task.status().name())
                .taskType(task.trigger().taskType().name())
                .build();
    }

    private static TaskStatistics statistics(AuditTask task) {
        var counts = task.statistics();
        return TaskStatistics.builder()
                .totalChecks(counts.total())
                .inProgressChecks(counts.inProgress())
                .waitingForDataCollectionChecks(counts.waiting())
                .compliantChecks(counts.compliant())
                .nonCompliantChecks(counts.nonCompliant())
                .failedChecks(counts.failed())
                .canceledChecks(counts.canceled())
                .build();
    }

    private static Map<String, AuditCheckDetails> details(AuditTask task) {
        var details = new LinkedHashMap<String, AuditCheckDetails>();
        task.checks().forEach((name, run) -> details.put(name.value(), details(run)));
        return details;
    }

    private static AuditCheckDetails details(CheckRun run) {
        var details = AuditCheckDetails.builder().checkRunStatus(run.status().name());
        return switch (run) {
            case CheckRun.Completed completed ->
                details.checkCompliant(completed.isCompliant())
                        .totalResourcesCount(completed.total())
                        .nonCompliantResourcesCount(completed.nonCompliant())
                        .suppressedNonCompliantResourcesCount(completed.suppressed())
                        .build();
            case CheckRun.Failed failed ->
                details.checkCompliant(false)
                        .errorCode(code(failed.code()))
                        .message(failed.message())
                        .build();
            case CheckRun.InProgress _, CheckRun.Waiting _, CheckRun.Canceled _ -> details.build();
        };
    }

    private static @Nullable String code(CheckRun.@Nullable FailureCode code) {
        return code == null ? null : code.name();
    }
}
