// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.destination.ApiDestinationAdministration;
import io.fleetward.application.events.destination.ApiDestinationAdministration.State;
import io.fleetward.application.events.destination.ApiDestinationAdministration.Wanted;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.ApiDestination;
import io.fleetward.aws.model.events.CreateApiDestinationRequest;
import io.fleetward.aws.model.events.CreateApiDestinationResponse;
import io.fleetward.aws.model.events.DeleteApiDestinationRequest;
import io.fleetward.aws.model.events.DeleteApiDestinationResponse;
import io.fleetward.aws.model.events.DescribeApiDestinationRequest;
import io.fleetward.aws.model.events.DescribeApiDestinationResponse;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListApiDestinationsRequest;
import io.fleetward.aws.model.events.ListApiDestinationsResponse;
import io.fleetward.aws.model.events.UpdateApiDestinationRequest;
import io.fleetward.aws.model.events.UpdateApiDestinationResponse;

/** API destinations. Thread-safe. */
public final class ApiDestinationOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;

    private final ApiDestinationAdministration destinations;
    private final PageTokens tokens;

    public ApiDestinationOperations(ApiDestinationAdministration destinations, PageTokens tokens) {
        this.destinations = destinations;
        this.tokens = tokens;
    }

    @Override
    public CreateApiDestinationResponse createApiDestination(CreateApiDestinationRequest request, CallContext context) {
        var wanted = new Wanted(
                request.description(),
                request.connectionArn(),
                request.invocationEndpoint(),
                request.httpMethod(),
                request.invocationRateLimitPerSecond());
        State state = destinations.create(context.scope(), request.name(), wanted);
        return CreateApiDestinationResponse.builder()
                .apiDestinationArn(state.destination().arn().toString())
                .apiDestinationState(name(state))
                .creationTime(state.destination().createdAt())
                .lastModifiedTime(state.destination().modifiedAt())
                .build();
    }

    @Override
    public UpdateApiDestinationResponse updateApiDestination(UpdateApiDestinationRequest request, CallContext context) {
        var wanted = new Wanted(
                request.description(),
                request.connectionArn(),
                request.invocationEndpoint(),
                request.httpMethod(),
                request.invocationRateLimitPerSecond());
        State state = destinations.update(context.scope(), request.name(), wanted);
        return UpdateApiDestinationResponse.builder()
                .apiDestinationArn(state.destination().arn().toString())
                .apiDestinationState(name(state))
                .creationTime(state.destination().createdAt())
                .lastModifiedTime(state.destination().modifiedAt())
                .build();
    }

    @Override
    public DescribeApiDestinationResponse describeApiDestination(
            DescribeApiDestinationRequest request, CallContext context) {
        State state = destinations.describe(context.scope(), request.name());
        var destination = state.destination();
        return DescribeApiDestinationResponse.builder()
                .apiDestinationArn(destination.arn().toString())
                .name(destination.name())
                .description(destination.description())
                .apiDestinationState(name(state))
                .connectionArn(destination.connectionArn())
                .invocationEndpoint(destination.endpoint())
                .httpMethod(destination.method())
                .invocationRateLimitPerSecond(destination.perSecond())
                .creationTime(destination.createdAt())
                .lastModifiedTime(destination.modifiedAt())
                .build();
    }

    @Override
    public DeleteApiDestinationResponse deleteApiDestination(DeleteApiDestinationRequest request, CallContext context) {
        destinations.delete(context.scope(), request.name());
        return new DeleteApiDestinationResponse();
    }

    @Override
    public ListApiDestinationsResponse listApiDestinations(ListApiDestinationsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListApiDestinations", request.namePrefix(), request.connectionArn());
        var page = destinations.list(
                context.scope(),
                request.namePrefix(),
                request.connectionArn(),
                paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        return ListApiDestinationsResponse.builder()
                .apiDestinations(page.items().stream()
                        .map(ApiDestinationOperations::destination)
                        .toList())
                .nextToken(paging.token(page))
                .build();
    }

    private static ApiDestination destination(State state) {
        var destination = state.destination();
        return ApiDestination.builder()
                .apiDestinationArn(destination.arn().toString())
                .name(destination.name())
                .apiDestinationState(name(state))
                .connectionArn(destination.connectionArn())
                .invocationEndpoint(destination.endpoint())
                .httpMethod(destination.method())
                .invocationRateLimitPerSecond(destination.perSecond())
                .creationTime(destination.createdAt())
                .lastModifiedTime(destination.modifiedAt())
                .build();
    }

    private static String name(State state) {
        return state.isActive() ? "ACTIVE" : "INACTIVE";
    }
}
