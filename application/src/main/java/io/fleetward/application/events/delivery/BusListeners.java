// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.kernel.AccountRegion;

/** Knows for which buses it is worth keeping an event at all. Thread-safe; asked for each event, and so quick. */
@FunctionalInterface
public interface BusListeners {
    /** Whether an event of the bus could be wanted by anybody. */
    boolean isHeard(AccountRegion scope, String bus);
}
