// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.view.PastConnection;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The newest connections of a certificate or client id, as what a finding is related to. Confined to one check.
 *
 * <p>Deviation: at most the newest {@link #LIMIT} are told, so that a client that flaps for a month remains bearable.
 */
final class RelatedConnections {
    static final int LIMIT = 10_000;

    private final Deque<PastConnection> newest = new ArrayDeque<>();

    void add(PastConnection connection) {
        if (newest.size() == LIMIT) {
            newest.removeLast();
        }
        newest.addFirst(connection);
    }

    /** What to tell of each, the newest first. */
    List<AuditedResource> map(Function<PastConnection, AuditedResource> resource) {
        return newest.stream().map(resource).toList();
    }

    /** When it began and, if it did, ended, under the API's keys. */
    static Map<String, String> times(PastConnection connection) {
        var times = new HashMap<String, String>();
        times.put("CONNECTION_TIME", millis(connection.connectedAt()));
        if (connection.endedAt() != null) {
            times.put("DISCONNECTION_TIME", millis(connection.endedAt()));
        }
        return times;
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }
}
