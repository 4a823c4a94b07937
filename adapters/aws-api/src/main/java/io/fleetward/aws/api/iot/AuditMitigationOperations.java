// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks.TaskFilter;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AuditMitigationActionExecutionMetadata;
import io.fleetward.aws.model.iot.AuditMitigationActionsTaskMetadata;
import io.fleetward.aws.model.iot.AuditMitigationActionsTaskTarget;
import io.fleetward.aws.model.iot.CancelAuditMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.CancelAuditMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.DescribeAuditMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.DescribeAuditMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListAuditMitigationActionsExecutionsRequest;
import io.fleetward.aws.model.iot.ListAuditMitigationActionsExecutionsResponse;
import io.fleetward.aws.model.iot.ListAuditMitigationActionsTasksRequest;
import io.fleetward.aws.model.iot.ListAuditMitigationActionsTasksResponse;
import io.fleetward.aws.model.iot.StartAuditMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.StartAuditMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.TaskStatisticsForAuditCheck;
import io.fleetward.kernel.Page;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnFindings;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mitigation tasks on findings of audits. Thread-safe. */
public final class AuditMitigationOperations implements IotApi {
    private final Mitigations mitigations;
    private final PageTokens tokens;

    public AuditMitigationOperations(Mitigations mitigations, PageTokens tokens) {
        this.mitigations = mitigations;
        this.tokens = tokens;
    }

    @Override
    public StartAuditMitigationActionsTaskResponse startAuditMitigationActionsTask(
            StartAuditMitigationActionsTaskRequest request, CallContext context) {
        mitigations.start(
                key(context, request.taskId()),
                new MitigationTask.Start(
                        request.clientRequestToken(), context.caller().arn(), order(request), null));
        return new StartAuditMitigationActionsTaskResponse(request.taskId());
    }

    @Override
    public DescribeAuditMitigationActionsTaskResponse describeAuditMitigationActionsTask(
            DescribeAuditMitigationActionsTaskRequest request, CallContext context) {
        Mitigations.Report report = mitigations.describe(key(context, request.taskId()));
        MitigationTask task = report.task();
        OnFindings order = (OnFindings) task.order();
        return DescribeAuditMitigationActionsTaskResponse.builder()
                .taskStatus(task.status().name())
                .startTime(task.startedAt())
                .endTime(task.endedAt())
                .taskStatistics(statistics(report))
                .target(MitigationTargets.wire(order.target()))
                .auditCheckToActionsMapping(mapping(order))
                .actionsDefinition(ActionParamRecords.definitions(task.actions()))
                .build();
    }

    @Override
    public CancelAuditMitigationActionsTaskResponse cancelAuditMitigationActionsTask(
            CancelAuditMitigationActionsTaskRequest request, CallContext context) {
        mitigations.cancel(key(context, request.taskId()));
        return new CancelAuditMitigationActionsTaskResponse();
    }

    @Override
    public ListAuditMitigationActionsTasksResponse listAuditMitigationActionsTasks(
            ListAuditMitigationActionsTasksRequest request, CallContext context) {
        var filter = new TaskFilter(
                TaskKind.AUDIT,
                request.startTime(),
                request.endTime(),
                request.taskStatus() == null ? null : TaskStatus.valueOf(request.taskStatus()),
                request.auditTaskId(),
                null);
        Paging paging = tokens.bind(context, "ListAuditMitigationActionsTasks", filter, request.findingId());
        var page = mitigations.list(
                context.scope(),
                filter,
                request.findingId(),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListAuditMitigationActionsTasksResponse.builder()
                .tasks(page.map(AuditMitigationOperations::metadata).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListAuditMitigationActionsExecutionsResponse listAuditMitigationActionsExecutions(
            ListAuditMitigationActionsExecutionsRequest request, CallContext context) {
        var filter = new ExecutionFilter(
                TaskKind.AUDIT, request.taskId(), request.findingId(), null, null, null, status(request));
        Paging paging = tokens.bind(context, "ListAuditMitigationActionsExecutions", filter, request.actionStatus());
        // Nothing is ever seen in progress: what an action does and that it is done become visible together.
        Page<Execution> page = "IN_PROGRESS".equals(request.actionStatus())
                ? new Page<>(List.of(), null)
                : mitigations.executions(
                        context.scope(),
                        filter,
                        paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListAuditMitigationActionsExecutionsResponse.builder()
                .actionsExecutions(
                        page.map(AuditMitigationOperations::execution).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static @Nullable ExecutionStatus status(ListAuditMitigationActionsExecutionsRequest request) {
        String status = request.actionStatus();
        return status == null || "IN_PROGRESS".equals(status) ? null : ExecutionStatus.valueOf(status);
    }

    private static MitigationOrder order(StartAuditMitigationActionsTaskRequest request) {
        AuditMitigationActionsTaskTarget target = request.target();
        return new OnFindings(
                MitigationTargets.findings(
                        target.auditTaskId(), target.findingIds(), target.auditCheckToReasonCodeFilter()),
                MitigationTargets.actions(request.auditCheckToActionsMapping()));
    }

    private static TaskKey key(CallContext context, String id) {
        return new TaskKey(context.scope(), TaskKind.AUDIT, id);
    }

    private static Map<String, List<String>> mapping(OnFindings order) {
        var mapping = new LinkedHashMap<String, List<String>>();
        order.actions().forEach((check, names) -> mapping.put(check.value(), names));
        return mapping;
    }

    private static Map<String, TaskStatisticsForAuditCheck> statistics(Mitigations.Report report) {
        var statistics = new LinkedHashMap<String, TaskStatisticsForAuditCheck>();
        report.subjects()
                .forEach((check, counts) -> statistics.put(
                        check,
                        TaskStatisticsForAuditCheck.builder()
                                .totalFindingsCount(counts.total())
                                .failedFindingsCount(counts.failed())
                                .succeededFindingsCount(counts.succeeded())
                                .skippedFindingsCount(counts.skipped())
                                .canceledFindingsCount(counts.canceled())
                                .build()));
        return statistics;
    }

    private static AuditMitigationActionsTaskMetadata metadata(MitigationTask task) {
        return AuditMitigationActionsTaskMetadata.builder()
                .taskId(task.key().id())
                .startTime(task.startedAt())
                .taskStatus(task.status().name())
                .build();
    }

    private static AuditMitigationActionExecutionMetadata execution(Execution execution) {
        Execution.Outcome outcome = execution.outcome();
        return AuditMitigationActionExecutionMetadata.builder()
                .taskId(execution.task().id())
                .findingId(execution.subjectId())
                .actionName(execution.actionName())
                .actionId(execution.actionId())
                .status(outcome.status().name())
                .startTime(outcome.startedAt())
                .endTime(outcome.endedAt())
                .errorCode(outcome.errorCode())
                .message(outcome.message())
                .build();
    }
}
