// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.session;

import io.fleetward.kernel.AccountRegion;
import java.util.List;

/**
 * What a page needs to know of the server. Immutable.
 *
 * @param home where a person starts who may work there
 * @param regions to choose from; others exist once they are used
 * @param version of the program
 */
public record Installation(AccountRegion home, List<String> regions, String mqttHost, int mqttPort, String version) {
    public Installation {
        regions = List.copyOf(regions);
    }
}
