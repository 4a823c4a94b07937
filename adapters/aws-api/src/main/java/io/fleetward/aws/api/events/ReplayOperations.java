// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.archive.Replay;
import io.fleetward.application.events.archive.ReplayAdministration;
import io.fleetward.application.events.archive.ReplayAdministration.Filter;
import io.fleetward.application.events.archive.ReplayAdministration.Order;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.CancelReplayRequest;
import io.fleetward.aws.model.events.CancelReplayResponse;
import io.fleetward.aws.model.events.DescribeReplayRequest;
import io.fleetward.aws.model.events.DescribeReplayResponse;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListReplaysRequest;
import io.fleetward.aws.model.events.ListReplaysResponse;
import io.fleetward.aws.model.events.ReplayDestination;
import io.fleetward.aws.model.events.StartReplayRequest;
import io.fleetward.aws.model.events.StartReplayResponse;
import java.util.List;
import java.util.Objects;

/** Replays of what archives hold. Thread-safe. */
public final class ReplayOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;

    private final ReplayAdministration replays;
    private final PageTokens tokens;

    public ReplayOperations(ReplayAdministration replays, PageTokens tokens) {
        this.replays = replays;
        this.tokens = tokens;
    }

    @Override
    public StartReplayResponse startReplay(StartReplayRequest request, CallContext context) {
        ReplayDestination to = request.destination();
        var order = new Order(
                request.description(),
                request.eventSourceArn(),
                request.eventStartTime(),
                request.eventEndTime(),
                to.arn(),
                Objects.requireNonNullElse(to.filterArns(), List.of()));
        Replay replay = replays.start(context.scope(), request.replayName(), order);
        return StartReplayResponse.builder()
                .replayArn(replay.arn().toString())
                .state(replay.state().name())
                .replayStartTime(replay.startedAt())
                .build();
    }

    @Override
    public DescribeReplayResponse describeReplay(DescribeReplayRequest request, CallContext context) {
        Replay replay = replays.describe(context.scope(), request.replayName());
        return DescribeReplayResponse.builder()
                .replayName(replay.name())
                .replayArn(replay.arn().toString())
                .description(replay.description())
                .state(replay.state().name())
                .stateReason(replay.reason())
                .eventSourceArn(replay.source().toString())
                .destination(ReplayDestination.builder()
                        .arn(replay.destination().toString())
                        .filterArns(replay.filterArns().isEmpty() ? null : replay.filterArns())
                        .build())
                .eventStartTime(replay.from())
                .eventEndTime(replay.until())
                .eventLastReplayedTime(replay.lastReplayedAt())
                .replayStartTime(replay.startedAt())
                .replayEndTime(replay.endedAt())
                .build();
    }

    @Override
    public CancelReplayResponse cancelReplay(CancelReplayRequest request, CallContext context) {
        Replay replay = replays.cancel(context.scope(), request.replayName());
        return CancelReplayResponse.builder()
                .replayArn(replay.arn().toString())
                .state(replay.state().name())
                .build();
    }

    @Override
    public ListReplaysResponse listReplays(ListReplaysRequest request, CallContext context) {
        Paging paging =
                tokens.bind(context, "ListReplays", request.namePrefix(), request.eventSourceArn(), request.state());
        var page = replays.list(
                context.scope(),
                new Filter(request.namePrefix(), request.eventSourceArn(), request.state()),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListReplaysResponse.builder()
                .replays(page.items().stream().map(ReplayOperations::listed).toList())
                .nextToken(paging.token(page))
                .build();
    }

    private static io.fleetward.aws.model.events.Replay listed(Replay replay) {
        return io.fleetward.aws.model.events.Replay.builder()
                .replayName(replay.name())
                .eventSourceArn(replay.source().toString())
                .state(replay.state().name())
                .stateReason(replay.reason())
                .eventStartTime(replay.from())
                .eventEndTime(replay.until())
                .eventLastReplayedTime(replay.lastReplayedAt())
                .replayStartTime(replay.startedAt())
                .replayEndTime(replay.endedAt())
                .build();
    }
}
