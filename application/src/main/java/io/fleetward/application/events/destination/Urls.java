// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.EndpointGuard;

/** Which URLs may be called. Thread-safe. */
final class Urls {
    private final EndpointGuard guard;

    Urls(EndpointGuard guard) {
        this.guard = guard;
    }

    /** Refuses a URL that is none, or that the operator of this server does not permit. */
    void require(String member, String url) {
        Endpoint endpoint = Endpoint.parse(url, reason -> EventRefusals.invalidParameter(member, reason));
        String refusal = guard.refusal(endpoint);
        if (refusal != null) {
            throw EventRefusals.invalidParameter(member, refusal);
        }
    }
}
