// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.audit.connection.ConnectionLog;
import io.fleetward.application.audit.connection.RecordedConnections.Selection;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.ClientConnection;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListConnectionsRequest;
import io.fleetward.aws.model.fleetward.ListConnectionsResponse;

/** Who is and was connected. Thread-safe. */
public final class ConnectionLogOperations implements FleetwardApi {
    private static final int FALLBACK = 100;

    private final ConnectionLog log;
    private final PageTokens tokens;

    public ConnectionLogOperations(ConnectionLog log, PageTokens tokens) {
        this.log = log;
        this.tokens = tokens;
    }

    @Override
    public ListConnectionsResponse listConnections(ListConnectionsRequest request, CallContext context) {
        var selection = new Selection(
                new TimeSpan(request.startTime(), request.endTime()),
                request.clientId(),
                Boolean.TRUE.equals(request.connectedOnly()));
        Paging paging = tokens.bind(context, "ListConnections", selection);
        var page = log.list(
                context.scope(), selection, paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListConnectionsResponse.builder()
                .connections(page.map(ConnectionLogOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static ClientConnection shown(PastConnection connection) {
        return ClientConnection.builder()
                .clientId(connection.clientId())
                .principalId(connection.principalId())
                .sourceIp(connection.sourceIp())
                .connectedAt(connection.connectedAt())
                .disconnectedAt(connection.endedAt())
                .disconnectReason(connection.endReason())
                .build();
    }
}
