// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of those who take part, and what they had written to disks.
 *
 * @param clients the benchmark itself
 * @param database nothing where it is part of the server
 * @param written bytes of the server and the database
 */
record Spent(Duration server, Duration clients, Duration database, long written) {
    /** What was spent so far. */
    static Spent until(long server, @Nullable Long database) throws IOException {
        return new Spent(
                ProcessStat.cpu(server),
                ProcessStat.cpu(ProcessHandle.current().pid()),
                database == null ? Duration.ZERO : ProcessStat.cpuOfTree(database),
                ProcessStat.writtenByTree(server) + (database == null ? 0 : ProcessStat.writtenByTree(database)));
    }

    Spent minus(Spent before) {
        return new Spent(
                server.minus(before.server),
                clients.minus(before.clients),
                database.minus(before.database),
                written - before.written);
    }

    /** For people: what each of so many things took. */
    String text(int count) {
        return "each took %.0f us of the server's CPU, %.0f of the clients', %.0f of the database's, and wrote %.1f KB"
                .formatted(
                        micros(server, count), micros(clients, count), micros(database, count), written / 1e3 / count);
    }

    private static double micros(Duration time, int count) {
        return time.toNanos() / 1e3 / count;
    }
}
