// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Says whether a bus has something that must go before the bus may. Thread-safe. */
@FunctionalInterface
public interface BusUse {
    boolean hasRules(Tx tx, AccountRegion scope, String bus);
}
