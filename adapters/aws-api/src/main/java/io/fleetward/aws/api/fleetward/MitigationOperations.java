// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.mitigation.JournalEntry;
import io.fleetward.application.mitigation.JournalLine;
import io.fleetward.application.mitigation.MitigationRehearsal;
import io.fleetward.application.mitigation.MitigationUndo;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.DescribeMitigationTaskRequest;
import io.fleetward.aws.model.fleetward.DescribeMitigationTaskResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ForeseenChange;
import io.fleetward.aws.model.fleetward.ListMitigationChangesRequest;
import io.fleetward.aws.model.fleetward.ListMitigationChangesResponse;
import io.fleetward.aws.model.fleetward.MitigationChange;
import io.fleetward.aws.model.fleetward.MitigationCounts;
import io.fleetward.aws.model.fleetward.MitigationImpact;
import io.fleetward.aws.model.fleetward.RehearseMitigationRequest;
import io.fleetward.aws.model.fleetward.RehearseMitigationResponse;
import io.fleetward.aws.model.fleetward.RehearsedStep;
import io.fleetward.aws.model.fleetward.StartMitigationTaskRequest;
import io.fleetward.aws.model.fleetward.StartMitigationTaskResponse;
import io.fleetward.aws.model.fleetward.UndoMitigationTaskRequest;
import io.fleetward.aws.model.fleetward.UndoMitigationTaskResponse;
import io.fleetward.aws.model.fleetward.UndoneChange;
import io.fleetward.mitigation.effect.ChangeJson;
import io.fleetward.mitigation.effect.Impact;
import io.fleetward.mitigation.task.Counts;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.registry.thing.ThingName;

/** What mitigation can do that AWS's cannot: be rehearsed, rolled out with care, accounted for and undone. Thread-safe. */
public final class MitigationOperations implements FleetwardApi {
    private static final int FALLBACK = 25;

    private final Mitigations mitigations;
    private final MitigationRehearsal rehearsal;
    private final MitigationUndo undo;
    private final PageTokens tokens;

    public MitigationOperations(
            Mitigations mitigations, MitigationRehearsal rehearsal, MitigationUndo undo, PageTokens tokens) {
        this.mitigations = mitigations;
        this.rehearsal = rehearsal;
        this.undo = undo;
        this.tokens = tokens;
    }

    @Override
    public RehearseMitigationResponse rehearseMitigation(RehearseMitigationRequest request, CallContext context) {
        MitigationOrder order = MitigationOrders.order(request.order());
        Paging paging = tokens.bind(context, "RehearseMitigation", order);
        var page = rehearsal.rehearse(
                context.scope(), order, paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return RehearseMitigationResponse.builder()
                .steps(page.map(MitigationOperations::step).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public StartMitigationTaskResponse startMitigationTask(StartMitigationTaskRequest request, CallContext context) {
        TaskKey key = key(context, request.kind(), request.taskId());
        MitigationOrder order = MitigationOrders.order(request.order());
        if (order.kind() != key.kind()) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "kind is " + key.kind() + ", but order is of kind " + order.kind());
        }
        String token = request.clientRequestToken();
        mitigations.start(
                key,
                new MitigationTask.Start(
                        token == null ? context.requestId() : token,
                        context.caller().arn(),
                        order,
                        MitigationOrders.rollout(request.rollout())));
        return new StartMitigationTaskResponse(request.taskId());
    }

    @Override
    public DescribeMitigationTaskResponse describeMitigationTask(
            DescribeMitigationTaskRequest request, CallContext context) {
        Mitigations.Report report = mitigations.describe(key(context, request.kind(), request.taskId()));
        MitigationTask task = report.task();
        Counts executions = report.executions();
        boolean isPausing = task.isInProgress() && task.dueAt().isAfter(context.at());
        return DescribeMitigationTaskResponse.builder()
                .taskId(task.key().id())
                .kind(task.key().kind().name())
                .status(task.status().name())
                .startedBy(task.startedBy())
                .startTime(task.startedAt())
                .endTime(task.endedAt())
                .pausesUntil(isPausing ? task.dueAt() : null)
                .reason(task.reason())
                .rollout(MitigationOrders.wire(task.rollout()))
                .executions(MitigationCounts.builder()
                        .total(executions.total())
                        .succeeded(executions.succeeded())
                        .failed(executions.failed())
                        .skipped(executions.skipped())
                        .canceled(executions.canceled())
                        .build())
                .build();
    }

    @Override
    public UndoMitigationTaskResponse undoMitigationTask(UndoMitigationTaskRequest request, CallContext context) {
        TaskKey key = key(context, request.kind(), request.taskId());
        return UndoMitigationTaskResponse.builder()
                .changes(undo.undo(key, context.caller().arn()).stream()
                        .map(MitigationOperations::undone)
                        .toList())
                .build();
    }

    @Override
    public ListMitigationChangesResponse listMitigationChanges(
            ListMitigationChangesRequest request, CallContext context) {
        String kind = request.kind();
        String id = request.taskId();
        if ((kind == null) != (id == null)) {
            throw new ApiException(IotError.INVALID_REQUEST, "kind and taskId must be given together");
        }
        TaskKey key = kind == null || id == null ? null : key(context, kind, id);
        Paging paging = tokens.bind(context, "ListMitigationChanges", key);
        var page =
                undo.journal(context.scope(), key, paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListMitigationChangesResponse.builder()
                .changes(page.map(MitigationOperations::change).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static TaskKey key(CallContext context, String kind, String id) {
        return new TaskKey(context.scope(), TaskKind.valueOf(kind), id);
    }

    private static RehearsedStep step(MitigationRehearsal.Step step) {
        return RehearsedStep.builder()
                .subjectId(step.subjectId())
                .actionName(step.actionName())
                .changes(step.changes().stream()
                        .map(MitigationOperations::foreseen)
                        .toList())
                .skipped(step.skipped())
                .refusal(step.refusal())
                .build();
    }

    private static ForeseenChange foreseen(MitigationRehearsal.ForeseenChange foreseen) {
        Impact impact = foreseen.impact();
        return ForeseenChange.builder()
                .change(ChangeJson.write(foreseen.change()).toString())
                .impact(MitigationImpact.builder()
                        .loss(impact.loss().name())
                        .thingNames(
                                impact.things().stream().map(ThingName::value).toList())
                        .complete(impact.isComplete())
                        .build())
                .build();
    }

    private static UndoneChange undone(MitigationUndo.Outcome outcome) {
        return UndoneChange.builder()
                .sequence(outcome.line().sequence())
                .change(ChangeJson.write(outcome.line().entry().change()).toString())
                .undone(outcome.refusal() == null)
                .refusal(outcome.refusal())
                .build();
    }

    private static MitigationChange change(JournalLine line) {
        JournalEntry entry = line.entry();
        return MitigationChange.builder()
                .sequence(line.sequence())
                .time(entry.at())
                .kind(entry.task().kind().name())
                .taskId(entry.task().id())
                .subjectId(entry.subjectId())
                .actionName(entry.actionName())
                .actor(entry.actor())
                .roleArn(entry.role())
                .change(ChangeJson.write(entry.change()).toString())
                .undone(line.isUndone())
                .undoes(entry.undoes())
                .build();
    }
}
