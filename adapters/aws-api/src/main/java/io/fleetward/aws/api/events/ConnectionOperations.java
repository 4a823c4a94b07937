// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.destination.Connection;
import io.fleetward.application.events.destination.ConnectionAdministration;
import io.fleetward.application.events.destination.ConnectionAdministration.Wanted;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.events.CreateConnectionRequest;
import io.fleetward.aws.model.events.CreateConnectionResponse;
import io.fleetward.aws.model.events.DeleteConnectionRequest;
import io.fleetward.aws.model.events.DeleteConnectionResponse;
import io.fleetward.aws.model.events.DescribeConnectionRequest;
import io.fleetward.aws.model.events.DescribeConnectionResponse;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListConnectionsRequest;
import io.fleetward.aws.model.events.ListConnectionsResponse;
import io.fleetward.aws.model.events.UpdateConnectionRequest;
import io.fleetward.aws.model.events.UpdateConnectionResponse;

/** Connections of API destinations. Thread-safe. */
public final class ConnectionOperations implements EventsApi {
    private static final int PAGE_SIZE = 100;
    private static final String AUTHORIZED = "AUTHORIZED";

    private final ConnectionAdministration connections;
    private final PageTokens tokens;

    public ConnectionOperations(ConnectionAdministration connections, PageTokens tokens) {
        this.connections = connections;
        this.tokens = tokens;
    }

    @Override
    public CreateConnectionResponse createConnection(CreateConnectionRequest request, CallContext context) {
        var wanted = new Wanted(
                request.description(),
                ConnectionForms.create(request.authorizationType(), request.authParameters()),
                ConnectionForms.parameters(request.authParameters().invocationHttpParameters()));
        Connection connection = connections.create(context.scope(), request.name(), wanted);
        return CreateConnectionResponse.builder()
                .connectionArn(connection.arn().toString())
                .connectionState(AUTHORIZED)
                .creationTime(connection.createdAt())
                .lastModifiedTime(connection.modifiedAt())
                .build();
    }

    @Override
    public UpdateConnectionResponse updateConnection(UpdateConnectionRequest request, CallContext context) {
        Connection connection = connections.update(
                context.scope(), request.name(), current -> ConnectionForms.update(request, current));
        return UpdateConnectionResponse.builder()
                .connectionArn(connection.arn().toString())
                .connectionState(AUTHORIZED)
                .creationTime(connection.createdAt())
                .lastModifiedTime(connection.modifiedAt())
                .build();
    }

    @Override
    public DescribeConnectionResponse describeConnection(DescribeConnectionRequest request, CallContext context) {
        Connection connection = connections.describe(context.scope(), request.name());
        return DescribeConnectionResponse.builder()
                .connectionArn(connection.arn().toString())
                .name(connection.name())
                .description(connection.description())
                .connectionState(AUTHORIZED)
                .authorizationType(connection.authorization().type())
                .authParameters(ConnectionForms.answer(connection))
                .creationTime(connection.createdAt())
                .lastModifiedTime(connection.modifiedAt())
                .build();
    }

    @Override
    public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request, CallContext context) {
        Connection connection = connections.delete(context.scope(), request.name());
        return DeleteConnectionResponse.builder()
                .connectionArn(connection.arn().toString())
                .connectionState("DELETING")
                .creationTime(connection.createdAt())
                .lastModifiedTime(connection.modifiedAt())
                .build();
    }

    @Override
    public ListConnectionsResponse listConnections(ListConnectionsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListConnections", request.namePrefix(), request.connectionState());
        var page = connections.list(
                context.scope(), request.namePrefix(), paging.request(request.limit(), PAGE_SIZE, request.nextToken()));
        boolean isWanted = request.connectionState() == null || AUTHORIZED.equals(request.connectionState());
        return ListConnectionsResponse.builder()
                .connections(page.items().stream()
                        .filter(connection -> isWanted)
                        .map(ConnectionOperations::connection)
                        .toList())
                .nextToken(isWanted ? paging.token(page) : null)
                .build();
    }

    private static io.fleetward.aws.model.events.Connection connection(Connection connection) {
        return io.fleetward.aws.model.events.Connection.builder()
                .connectionArn(connection.arn().toString())
                .name(connection.name())
                .connectionState(AUTHORIZED)
                .authorizationType(connection.authorization().type())
                .creationTime(connection.createdAt())
                .lastModifiedTime(connection.modifiedAt())
                .build();
    }
}
