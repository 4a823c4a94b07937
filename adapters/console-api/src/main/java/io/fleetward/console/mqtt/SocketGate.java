// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.mqtt;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.user.Session;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Query;
import io.fleetward.console.http.Refused;
import io.fleetward.console.operation.Scopes;
import io.fleetward.console.session.Gate;

/**
 * Decides who may open {@code /console/mqtt}, the MQTT test client of the pages: a client without thing and certificate
 * that may what the roles of its user allow.
 *
 * <p>Thread-safe. A browser sends cookies with WebSockets of any page and lets none set headers, so the page's origin
 * must be told, and the token of the session comes as a parameter.
 */
public final class SocketGate {
    private static final String CONNECT = "iot:Connect";

    private final Gate gate;
    private final Scopes scopes;

    public SocketGate(Gate gate, Scopes scopes) {
        this.gate = gate;
        this.scopes = scopes;
    }

    /** As whom the page connects; a {@link Refused} when it may not. */
    public Caller caller(ConsoleRequest request) {
        if (request.header("origin") == null) {
            throw new Refused(Problem.FOREIGN, "A page must tell its origin.");
        }
        Session session = gate.requireReady(request);
        Gate.requireToken(session, Query.parameter(request, "csrf"));
        Caller caller = scopes.caller(
                session, Query.parameter(request, "account"), Query.parameter(request, "region"), request.sourceIp());
        if (!caller.may(CONNECT)) {
            throw new Refused(
                    Problem.OUT_OF_SCOPE, "User: " + caller.arn() + " is not authorized to perform: " + CONNECT);
        }
        return caller;
    }
}
