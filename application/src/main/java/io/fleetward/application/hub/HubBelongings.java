// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** What people made in a hub and a disabled hub keeps for its return. */
public interface HubBelongings {
    /** Forgets all that belongs to the account and region. */
    void removeAll(Tx tx, AccountRegion scope);
}
