// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.util.List;

/** What the operating system tells about its network. Thread-safe. */
interface HostNetwork {
    /** TCP sockets of both address families. */
    List<KernelSocket> tcp() throws IOException;

    /** UDP sockets of both address families. */
    List<KernelSocket> udp() throws IOException;

    Traffic traffic() throws IOException;

    /**
     * A text that is another one after every start of the machine, where the system has such a text; where it has none,
     * only counters that became smaller tell of a start.
     */
    String bootId() throws IOException;
}
