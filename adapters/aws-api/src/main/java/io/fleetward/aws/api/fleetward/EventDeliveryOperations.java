// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.events.delivery.DeadLetter;
import io.fleetward.application.events.delivery.DeliveryAttempt;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetTrials;
import io.fleetward.application.events.delivery.TargetTrials.Trial;
import io.fleetward.application.events.delivery.TargetTrials.Which;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.EventDeadLetter;
import io.fleetward.aws.model.fleetward.EventDelivery;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListEventDeadLettersRequest;
import io.fleetward.aws.model.fleetward.ListEventDeadLettersResponse;
import io.fleetward.aws.model.fleetward.ListEventDeliveriesRequest;
import io.fleetward.aws.model.fleetward.ListEventDeliveriesResponse;
import io.fleetward.aws.model.fleetward.TestEventTargetRequest;
import io.fleetward.aws.model.fleetward.TestEventTargetResponse;

/** How events fare on the way to targets of rules. Thread-safe. */
public final class EventDeliveryOperations implements FleetwardApi {
    private static final int PAGE_SIZE = 25;

    private final TargetTrials trials;
    private final PageTokens tokens;

    public EventDeliveryOperations(TargetTrials trials, PageTokens tokens) {
        this.trials = trials;
        this.tokens = tokens;
    }

    @Override
    public TestEventTargetResponse testEventTarget(TestEventTargetRequest request, CallContext context) {
        var which = new Which(request.eventBusName(), request.ruleName(), request.targetId());
        Trial trial = trials.run(context.scope(), which, request.event());
        return TestEventTargetResponse.builder()
                .result(trial.outcome() instanceof SendOutcome.Delivered ? "DELIVERED" : "FAILED")
                .detail(detail(trial.outcome()))
                .sent(trial.sent())
                .durationMillis(trial.duration().toMillis())
                .build();
    }

    private static String detail(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Delivered(String detail) -> detail;
            case SendOutcome.Failed(String code, String reason) -> code + ": " + reason;
            case SendOutcome.Refused(String code, String reason) -> code + ": " + reason;
        };
    }

    @Override
    public ListEventDeliveriesResponse listEventDeliveries(ListEventDeliveriesRequest request, CallContext context) {
        Paging paging = tokens.bind(
                context, "ListEventDeliveries", request.eventBusName(), request.ruleName(), request.targetId());
        var page = trials.attempts(
                context.scope(),
                new Which(request.eventBusName(), request.ruleName(), request.targetId()),
                paging.request(request.maxResults(), PAGE_SIZE, request.nextToken()));
        return ListEventDeliveriesResponse.builder()
                .deliveries(page.items().stream()
                        .map(EventDeliveryOperations::delivery)
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListEventDeadLettersResponse listEventDeadLetters(ListEventDeadLettersRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListEventDeadLetters");
        var page = trials.deadLetters(
                context.scope(), paging.request(request.maxResults(), PAGE_SIZE, request.nextToken()));
        return ListEventDeadLettersResponse.builder()
                .deadLetters(page.items().stream()
                        .map(EventDeliveryOperations::deadLetter)
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }

    private static EventDelivery delivery(DeliveryAttempt attempt) {
        return EventDelivery.builder()
                .eventId(attempt.eventId())
                .attempt((long) attempt.number())
                .result(attempt.result().name())
                .detail(attempt.detail())
                .at(attempt.at())
                .durationMillis(attempt.duration().toMillis())
                .build();
    }

    private static EventDeadLetter deadLetter(DeadLetter letter) {
        return EventDeadLetter.builder()
                .ruleArn(letter.lane().rule().arn().toString())
                .targetId(letter.lane().target())
                .targetArn(letter.targetArn())
                .event(letter.event().text())
                .errorCode(letter.code())
                .errorMessage(letter.reason())
                .exhaustedRetryCondition(letter.exhausted())
                .attempts((long) letter.attempts())
                .at(letter.diedAt())
                .build();
    }
}
