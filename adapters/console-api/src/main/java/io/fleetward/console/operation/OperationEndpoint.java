// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.operation;

import io.fleetward.application.identity.Caller;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.JsonBody;
import io.fleetward.console.http.Problem;
import io.fleetward.console.session.Gate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /console/api/{service}/{Operation}}. Thread-safe. */
public final class OperationEndpoint {
    private static final String ACCOUNT = "x-fleetward-account";
    private static final String REGION = "x-fleetward-region";
    private static final Pattern PATH = Pattern.compile("/console/api/([a-z]{2,32})/([A-Za-z0-9]{2,128})");

    private final Gate gate;
    private final Scopes scopes;
    private final Operations operations;

    public OperationEndpoint(Gate gate, Scopes scopes, Operations operations) {
        this.gate = gate;
        this.scopes = scopes;
        this.operations = operations;
    }

    /** Calls the operation that the path names. */
    public ConsoleAnswer handle(ConsoleRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Problem.NOT_FOUND.answer("An operation is called at /console/api/{service}/{Operation}.");
        }
        if (!request.method().equals("POST")) {
            return Problem.WRONG_METHOD
                    .answer("An operation is called with POST.")
                    .with("allow", "POST");
        }
        var session = gate.requireReady(request);
        JsonBody.requireJson(request);
        Caller caller = scopes.caller(session, request.header(ACCOUNT), request.header(REGION), request.sourceIp());
        return operations
                .call(path.group(1), path.group(2), caller, request.body())
                .with("cache-control", "no-store");
    }
}
