// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be closed at the end, the last thing opened first; one that fails does not keep the others open. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Remembers to close it. */
    <T extends AutoCloseable> T later(T resource) {
        opened.push(resource);
        return resource;
    }

    void close() {
        while (!opened.isEmpty()) {
            AutoCloseable resource = opened.pop();
            try {
                resource.close();
            } catch (Exception failure) {
                LOG.atError()
                        .setCause(failure)
                        .addKeyValue("resource", resource.getClass().getSimpleName())
                        .log("could not be closed cleanly");
            }
        }
    }
}
