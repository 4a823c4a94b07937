// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.fact;

import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one client of the broker.
 *
 * <p>{@code at} is milliseconds since the epoch by the server's clock, stamped on arrival. Immutable.
 *
 */
public sealed interface BrokerFact {
    AccountRegion scope();

    String clientId();

    long at();

    /** A CONNECT packet carrying this client id arrived, whether or not it is going to succeed. */
    record ConnectAttempted(AccountRegion scope, String clientId, long at, String sourceIp) implements BrokerFact {}

    /** The connection was accepted. */
    record Connected(AccountRegion scope, String clientId, long at, String principalId, String sourceIp)
            implements BrokerFact {}

    /**
     * A connect, publish, subscribe or receive was denied, once per denied request.
     *
     * @param topic the topic or filter concerned, null for a denied connect
     */
    record AuthorizationFailed(
            AccountRegion scope,
            String clientId,
            long at,
            String action,
            @Nullable String topic,
            String sourceIp) implements BrokerFact {}

    /** The broker accepted a PUBLISH from the client. */
    record MessageReceived(
            AccountRegion scope, String clientId, long at, String topic, int payloadBytes, String sourceIp)
            implements BrokerFact {}

    /** The broker delivered a PUBLISH to the client. */
    record MessageDelivered(AccountRegion scope, String clientId, long at, String topic, int payloadBytes)
            implements BrokerFact {}

    /**
     * An accepted connection ended.
     *
     * @param connectedAt the {@code at} of its {@link Connected}, which together with client and principal names it
     */
    record Disconnected(
            AccountRegion scope,
            String clientId,
            long at,
            String principalId,
            String sourceIp,
            long connectedAt,
            DisconnectReason reason)
            implements BrokerFact {}
}
