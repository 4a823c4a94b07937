// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.websocket;

import io.fleetward.application.identity.Caller;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;

/** Finds out who signed a request for MQTT over WebSocket, or whose session it comes from. Thread-safe; may block. */
@FunctionalInterface
public interface SignedCallers {
    /** Who signed the request. */
    Verdict verify(HttpRequest request);

    /** What the signature proves. */
    sealed interface Verdict {
        /** The signature is this caller's. */
        record Proven(Caller caller) implements Verdict {}

        /** The request is not signed at all. */
        record Unsigned() implements Verdict {}

        /** The signature is not right, or somebody else is to vouch who cannot. */
        record Refused(HttpResponse answer) implements Verdict {}
    }
}
