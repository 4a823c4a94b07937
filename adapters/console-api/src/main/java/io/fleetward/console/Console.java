// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console;

import io.fleetward.console.files.StaticFiles;
import io.fleetward.console.http.ConsoleAnswer;
import io.fleetward.console.http.ConsoleRequest;
import io.fleetward.console.http.Problem;
import io.fleetward.console.http.Refused;
import io.fleetward.console.http.SecurityHeaders;
import io.fleetward.console.live.EventEndpoint;
import io.fleetward.console.operation.OperationEndpoint;
import io.fleetward.console.session.SessionEndpoint;
import java.util.Locale;

/** Takes every request below {@code /console} and answers it. Thread-safe; blocks, so for a virtual thread. */
public final class Console {
    private static final String ROOT = "/console";

    private final SessionEndpoint session;
    private final OperationEndpoint operations;
    private final EventEndpoint events;
    private final StaticFiles files;

    public Console(SessionEndpoint session, OperationEndpoint operations, EventEndpoint events, StaticFiles files) {
        this.session = session;
        this.operations = operations;
        this.events = events;
        this.files = files;
    }

    /** Whether the request is one for the console: below its path, or a person's who opened the server in a browser. */
    public static boolean isFor(ConsoleRequest request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/") || isOpening(request);
    }

    /** Answers the request; never throws what a client can cause. */
    public ConsoleAnswer handle(ConsoleRequest request) {
        return SecurityHeaders.on(answer(request), request);
    }

    private ConsoleAnswer answer(ConsoleRequest request) {
        if (!request.isSecure()) {
            return Problem.INSECURE.answer("The console is served by HTTPS only.");
        }
        if (isOpening(request) || request.path().equals(ROOT)) {
            return ConsoleAnswer.empty(302).with("location", ROOT + "/").with("cache-control", "no-store");
        }
        try {
            return route(request);
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private ConsoleAnswer route(ConsoleRequest request) {
        String path = request.path();
        if (path.equals("/console/session")) {
            return session.handle(request);
        }
        if (path.equals("/console/session/password")) {
            return session.handlePassword(request);
        }
        if (path.equals("/console/events")) {
            return events.handle(request);
        }
        if (path.equals("/console/mqtt")) {
            return Problem.MALFORMED.answer("This is where a page opens a WebSocket for MQTT.");
        }
        return path.startsWith("/console/api/") ? operations.handle(request) : files.handle(request);
    }

    private static boolean isOpening(ConsoleRequest request) {
        String accept = request.header("accept");
        return request.isSecure()
                && request.path().equals("/")
                && request.isReading()
                && request.header("authorization") == null
                && !request.query().toLowerCase(Locale.ROOT).contains("x-amz-")
                && accept != null
                && accept.contains("text/html");
    }
}
