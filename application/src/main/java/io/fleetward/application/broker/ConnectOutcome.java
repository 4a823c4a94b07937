// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.session.SessionTerms;

/** What became of a CONNECT. */
public sealed interface ConnectOutcome {
    /**
     * The client is connected; the link sends CONNACK and then calls {@link ClientConnection#start}.
     *
     * @param isSessionPresent whether an earlier session goes on
     * @param keepAliveSeconds the keep-alive that holds
     */
    record Accepted(ClientConnection connection, boolean isSessionPresent, SessionTerms terms, int keepAliveSeconds)
            implements ConnectOutcome {}

    /**
     * The connection is to be closed.
     *
     * @param isAnswered whether an MQTT 3.1.1 client gets a CONNACK; MQTT 5 clients always do
     */
    record Refused(ReasonCode code, String reason, boolean isAnswered) implements ConnectOutcome {}
}
