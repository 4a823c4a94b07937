// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.audit.connection.RecordedConnections.Order;
import io.fleetward.audit.view.PastConnection;

/**
 * The place of a connection in one of the orders. Immutable.
 *
 * @param first the principal or the client id, whatever leads the order
 * @param connectedAt milliseconds since the epoch
 * @param second the other of the two
 */
public record ConnectionOrder(String first, long connectedAt, String second) {
    /** Where the connection stands. */
    public static ConnectionOrder of(Order order, PastConnection connection) {
        long at = connection.connectedAt().toEpochMilli();
        return switch (order) {
            case BY_PRINCIPAL -> new ConnectionOrder(connection.principalId(), at, connection.clientId());
            case BY_CLIENT -> new ConnectionOrder(connection.clientId(), at, connection.principalId());
        };
    }

    /** The sort key; any character may be in the two texts, so the length of one is told. */
    public String key() {
        return connectedAt + " " + first.length() + " " + first + second;
    }

    /** The inverse of {@link #key}. */
    public static ConnectionOrder parse(String key) {
        String[] parts = key.split(" ", 3);
        int length = Integer.parseInt(parts[1]);
        return new ConnectionOrder(parts[2].substring(0, length), Long.parseLong(parts[0]), parts[2].substring(length));
    }
}
