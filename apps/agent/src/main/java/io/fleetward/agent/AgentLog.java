// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.PrintStream;

/** Writes one line per event, for the journal of the system. Thread-safe. */
final class AgentLog {
    private final PrintStream out;

    AgentLog(PrintStream out) {
        this.out = out;
    }

    void event(String name, Object detail) {
        out.println(name + ": " + detail);
    }
}
