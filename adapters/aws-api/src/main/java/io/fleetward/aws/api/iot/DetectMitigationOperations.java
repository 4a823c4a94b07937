// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks.TaskFilter;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CancelDetectMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.CancelDetectMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.DescribeDetectMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.DescribeDetectMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.DetectMitigationActionExecution;
import io.fleetward.aws.model.iot.DetectMitigationActionsTaskStatistics;
import io.fleetward.aws.model.iot.DetectMitigationActionsTaskSummary;
import io.fleetward.aws.model.iot.DetectMitigationActionsTaskTarget;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListDetectMitigationActionsExecutionsRequest;
import io.fleetward.aws.model.iot.ListDetectMitigationActionsExecutionsResponse;
import io.fleetward.aws.model.iot.ListDetectMitigationActionsTasksRequest;
import io.fleetward.aws.model.iot.ListDetectMitigationActionsTasksResponse;
import io.fleetward.aws.model.iot.StartDetectMitigationActionsTaskRequest;
import io.fleetward.aws.model.iot.StartDetectMitigationActionsTaskResponse;
import io.fleetward.aws.model.iot.ViolationEventOccurrenceRange;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnViolations;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** Mitigation tasks on violations of behaviors, in the words that the API has for them. Thread-safe. */
public final class DetectMitigationOperations implements IotApi {
    private final Mitigations mitigations;
    private final PageTokens tokens;

    public DetectMitigationOperations(Mitigations mitigations, PageTokens tokens) {
        this.mitigations = mitigations;
        this.tokens = tokens;
    }

    @Override
    public StartDetectMitigationActionsTaskResponse startDetectMitigationActionsTask(
            StartDetectMitigationActionsTaskRequest request, CallContext context) {
        mitigations.start(
                key(context, request.taskId()),
                new MitigationTask.Start(
                        request.clientRequestToken(), context.caller().arn(), order(request), null));
        return new StartDetectMitigationActionsTaskResponse(request.taskId());
    }

    @Override
    public DescribeDetectMitigationActionsTaskResponse describeDetectMitigationActionsTask(
            DescribeDetectMitigationActionsTaskRequest request, CallContext context) {
        return new DescribeDetectMitigationActionsTaskResponse(
                summary(mitigations.describe(key(context, request.taskId()))));
    }

    @Override
    public CancelDetectMitigationActionsTaskResponse cancelDetectMitigationActionsTask(
            CancelDetectMitigationActionsTaskRequest request, CallContext context) {
        mitigations.cancel(key(context, request.taskId()));
        return new CancelDetectMitigationActionsTaskResponse();
    }

    @Override
    public ListDetectMitigationActionsTasksResponse listDetectMitigationActionsTasks(
            ListDetectMitigationActionsTasksRequest request, CallContext context) {
        var filter = new TaskFilter(TaskKind.DETECT, request.startTime(), request.endTime(), null, null, null);
        Paging paging = tokens.bind(context, "ListDetectMitigationActionsTasks", filter);
        var page = mitigations.listReports(
                context.scope(), filter, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListDetectMitigationActionsTasksResponse.builder()
                .tasks(page.map(DetectMitigationOperations::summary).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListDetectMitigationActionsExecutionsResponse listDetectMitigationActionsExecutions(
            ListDetectMitigationActionsExecutionsRequest request, CallContext context) {
        requireQuestion(request);
        var filter = new ExecutionFilter(
                TaskKind.DETECT,
                request.taskId(),
                request.violationId(),
                request.thingName(),
                request.startTime(),
                request.endTime(),
                null);
        Paging paging = tokens.bind(context, "ListDetectMitigationActionsExecutions", filter);
        var page = mitigations.executions(
                context.scope(), filter, paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        return ListDetectMitigationActionsExecutionsResponse.builder()
                .actionsExecutions(
                        page.map(DetectMitigationOperations::execution).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static MitigationOrder order(StartDetectMitigationActionsTaskRequest request) {
        DetectMitigationActionsTaskTarget target = request.target();
        return new OnViolations(
                MitigationTargets.violations(
                        target.violationIds(), target.securityProfileName(), target.behaviorName()),
                request.actions(),
                range(request.violationEventOccurrenceRange()),
                !Boolean.FALSE.equals(request.includeOnlyActiveViolations()),
                Boolean.TRUE.equals(request.includeSuppressedAlerts()));
    }

    private static void requireQuestion(ListDetectMitigationActionsExecutionsRequest request) {
        boolean isTimed = request.startTime() != null;
        if (isTimed != (request.endTime() != null)) {
            throw MitigationTargets.invalid("startTime and endTime must be given together");
        }
        if (isTimed && request.taskId() != null) {
            throw MitigationTargets.invalid("taskId and a span of time cannot be given together");
        }
        if (!isTimed && request.taskId() == null && request.violationId() == null && request.thingName() == null) {
            throw MitigationTargets.invalid("Give taskId, violationId, thingName, or startTime together with endTime");
        }
    }

    private static TaskKey key(CallContext context, String id) {
        return new TaskKey(context.scope(), TaskKind.DETECT, id);
    }

    private static MitigationOrder.@Nullable Range range(@Nullable ViolationEventOccurrenceRange wire) {
        return wire == null ? null : new MitigationOrder.Range(wire.startTime(), wire.endTime());
    }

    private static @Nullable ViolationEventOccurrenceRange wire(MitigationOrder.@Nullable Range range) {
        return range == null
                ? null
                : ViolationEventOccurrenceRange.builder()
                        .startTime(range.from())
                        .endTime(range.to())
                        .build();
    }

    private static DetectMitigationActionsTaskSummary summary(Mitigations.Report report) {
        MitigationTask task = report.task();
        OnViolations order = (OnViolations) task.order();
        return DetectMitigationActionsTaskSummary.builder()
                .taskId(task.key().id())
                .taskStatus(word(task.status()))
                .taskStartTime(task.startedAt())
                .taskEndTime(task.endedAt())
                .target(MitigationTargets.wire(order.target()))
                .violationEventOccurrenceRange(wire(order.range()))
                .onlyActiveViolationsIncluded(order.isOnlyActive())
                .suppressedAlertsIncluded(order.isWithSuppressed())
                .actionsDefinition(ActionParamRecords.definitions(task.actions()))
                .taskStatistics(DetectMitigationActionsTaskStatistics.builder()
                        .actionsExecuted(report.executions().succeeded())
                        .actionsSkipped(report.executions().skipped())
                        .actionsFailed(report.executions().failed())
                        .build())
                .build();
    }

    private static DetectMitigationActionExecution execution(Execution execution) {
        Execution.Outcome outcome = execution.outcome();
        return DetectMitigationActionExecution.builder()
                .taskId(execution.task().id())
                .violationId(execution.subjectId())
                .actionName(execution.actionName())
                .thingName(execution.thing())
                .executionStartDate(outcome.startedAt())
                .executionEndDate(outcome.endedAt())
                .status(word(outcome.status()))
                .errorCode(outcome.errorCode())
                .message(outcome.message())
                .build();
    }

    private static String word(TaskStatus status) {
        return switch (status) {
            case IN_PROGRESS -> "IN_PROGRESS";
            case COMPLETED -> "SUCCESSFUL";
            case FAILED -> "FAILED";
            case CANCELED -> "CANCELED";
        };
    }

    /** There is no word for one that was called off; it was not done, as one that was left out. */
    private static String word(ExecutionStatus status) {
        return switch (status) {
            case PENDING -> "IN_PROGRESS";
            case COMPLETED -> "SUCCESSFUL";
            case FAILED -> "FAILED";
            case SKIPPED, CANCELED -> "SKIPPED";
        };
    }
}
