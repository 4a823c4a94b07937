// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A server on a data folder that is deleted with it. */
final class ThrowAway implements AutoCloseable {
    private final Path folder;
    private final ServerProcess server;

    private ThrowAway(Path folder, ServerProcess server) {
        this.folder = folder;
        this.server = server;
    }

    static ThrowAway server(BenchContext context, Duration metricPeriod, String... further)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        return new ThrowAway(folder, ServerProcess.start(context.server(), folder, metricPeriod, further));
    }

    ServerProcess process() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
