// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.EventsError;
import io.fleetward.application.events.EventBusAdministration;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.CreateEventBusRequest;
import io.fleetward.aws.model.events.CreateEventBusResponse;
import io.fleetward.aws.model.events.DeleteEventBusRequest;
import io.fleetward.aws.model.events.DeleteEventBusResponse;
import io.fleetward.aws.model.events.DescribeEventBusRequest;
import io.fleetward.aws.model.events.DescribeEventBusResponse;
import io.fleetward.aws.model.events.EventBus;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListEventBusesRequest;
import io.fleetward.aws.model.events.ListEventBusesResponse;

/** Event buses. Thread-safe. */
public final class EventBusOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;

    private final EventBusAdministration buses;
    private final PageTokens tokens;

    public EventBusOperations(EventBusAdministration buses, PageTokens tokens) {
        this.buses = buses;
        this.tokens = tokens;
    }

    @Override
    public CreateEventBusResponse createEventBus(CreateEventBusRequest request, CallContext context) {
        refuse("EventSourceName", request.eventSourceName() != null);
        refuse("KmsKeyIdentifier", request.kmsKeyIdentifier() != null);
        refuse("DeadLetterConfig", request.deadLetterConfig() != null);
        refuse("LogConfig", request.logConfig() != null);
        refuse("Tags", request.tags() != null && !request.tags().isEmpty());
        var bus = buses.create(context.scope(), request.name(), request.description());
        return CreateEventBusResponse.builder()
                .eventBusArn(bus.arn().toString())
                .description(bus.description())
                .build();
    }

    @Override
    public DeleteEventBusResponse deleteEventBus(DeleteEventBusRequest request, CallContext context) {
        buses.delete(context.scope(), request.name());
        return new DeleteEventBusResponse();
    }

    @Override
    public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request, CallContext context) {
        var bus = buses.describe(context.scope(), request.name());
        return DescribeEventBusResponse.builder()
                .name(bus.name())
                .arn(bus.arn().toString())
                .description(bus.description())
                .creationTime(bus.createdAt())
                .lastModifiedTime(bus.createdAt())
                .build();
    }

    @Override
    public ListEventBusesResponse listEventBuses(ListEventBusesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListEventBuses", request.namePrefix());
        var page = buses.list(
                context.scope(), request.namePrefix(), paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListEventBusesResponse.builder()
                .eventBuses(page.items().stream()
                        .map(bus -> EventBus.builder()
                                .name(bus.name())
                                .arn(bus.arn().toString())
                                .description(bus.description())
                                .creationTime(bus.createdAt())
                                .lastModifiedTime(bus.createdAt())
                                .build())
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }

    private static void refuse(String member, boolean given) {
        if (given) {
            throw new ApiException(EventsError.VALIDATION, "Parameter " + member + " is not supported by Fleetward.");
        }
    }
}
