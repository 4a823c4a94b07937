// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.session.ClientKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who is connected now, and how to end a connection. Thread-safe. */
public interface Connections {
    /** The live connections of an account and region, in no particular order. */
    List<Live> list(AccountRegion scope);

    /**
     * Ends the client's connection with reason {@code API_INITIATED_DISCONNECT}; answers whether there was a connection
     * or, with {@code cleanSession}, a session to end.
     *
     * @param cleanSession whether the session, if it would be kept, ends too
     * @param preventWill whether the last will is not sent
     */
    CompletionStage<Boolean> close(ClientKey client, boolean cleanSession, boolean preventWill);

    /**
     * One live connection.
     *
     * @param principalId the certificate id, or the name of a user
     * @param connectedAt milliseconds since the epoch
     */
    record Live(String clientId, String principalId, String sourceIp, long connectedAt) {}
}
