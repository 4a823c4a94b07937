// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.notification.Endpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Sends requests to other people's servers. Thread-safe. */
@FunctionalInterface
public interface WebClient {
    /**
     * A request. Immutable.
     *
     * @param wantsBody whether more of the answer is wanted than its status
     */
    record Request(
            String method, Endpoint endpoint, SequencedMap<String, String> headers, String body, boolean wantsBody) {
        public Request {
            headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
        }

        @Override
        public String toString() {
            return method + " " + endpoint.host();
        }
    }

    /** What came of it. Immutable. */
    sealed interface Reply {
        /**
         * Somebody answered.
         *
         * @param body the first part of the answer's body, if wanted
         */
        record Answered(int status, String body) implements Reply {
            @Override
            public String toString() {
                return "Answered[" + status + "]";
            }
        }

        /** Nobody answered. */
        record Silent(String reason) implements Reply {}

        /** The operator of this server does not permit the address. */
        record Forbidden(String reason) implements Reply {}
    }

    /** Sends the request and waits for the answer, but never longer than a deadline of its own; never throws. */
    Reply exchange(Request request);
}
