// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.route.Router.Match;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request on its way through the engine and what has been found out about it so far; confined to its thread. */
final class Exchange {
    private final AwsService service;
    private final String requestId;
    private final Instant at;
    private @Nullable Caller caller;
    private @Nullable Match match;

    Exchange(AwsService service, String requestId, Instant at) {
        this.service = service;
        this.requestId = requestId;
        this.at = at;
    }

    AwsService service() {
        return service;
    }

    String requestId() {
        return requestId;
    }

    Instant at() {
        return at;
    }

    void authenticated(Caller proven) {
        caller = proven;
    }

    void matched(Match found) {
        match = found;
    }

    @Nullable
    Caller caller() {
        return caller;
    }

    @Nullable
    Match match() {
        return match;
    }

    /** The operation, or null when none was found. */
    @Nullable
    Operation operation() {
        return match == null ? null : match.operation();
    }

    CallContext context(Caller proven) {
        return new CallContext(proven, requestId, at);
    }
}
