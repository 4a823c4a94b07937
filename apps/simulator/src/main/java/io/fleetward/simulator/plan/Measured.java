// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.List;

/** What a device measures on itself since its last report. Immutable. */
public record Measured(List<String> destinations, long bytesOut, long packetsOut, List<Integer> listeningPorts) {
    public Measured {
        destinations = List.copyOf(destinations);
        listeningPorts = List.copyOf(listeningPorts);
    }
}
