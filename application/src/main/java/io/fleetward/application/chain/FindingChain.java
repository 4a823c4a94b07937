// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import java.util.List;

/**
 * What led to a finding and what came of it, as far as it is kept. Immutable.
 *
 * @param links in the order of time
 * @param missing why something that belongs to it is not there
 */
public record FindingChain(List<ChainLink> links, List<String> missing) {
    public FindingChain {
        links = List.copyOf(links);
        missing = List.copyOf(missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }
}
