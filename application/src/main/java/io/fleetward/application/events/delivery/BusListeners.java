// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.kernel.AccountRegion;
import tools.jackson.databind.node.ObjectNode;

/** Knows which events it is worth keeping at all, as far as rules and archives have been committed. Thread-safe. */
public interface BusListeners {
    /** Whether an event of the bus could be wanted by anybody; one look-up. */
    boolean isHeard(AccountRegion scope, String bus);

    /** Whether anybody wants this event. */
    boolean isWanted(AccountRegion scope, String bus, ObjectNode event);
}
