// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.time.Duration;

/** The way to the server. Confined to one thread. */
interface Uplink extends AutoCloseable {
    /** What became of a report. */
    enum Outcome {
        ACCEPTED,
        /** It will never be accepted. */
        REJECTED,
        /** Not now; the same report may be sent later. */
        LATER
    }

    /** Sends the report, connecting first if need be, and waits for the reply. */
    Outcome send(long id, String report) throws IOException, InterruptedException;

    /** Waits, keeping the connection if there is one. */
    void idle(Duration time) throws InterruptedException;

    @Override
    void close();
}
