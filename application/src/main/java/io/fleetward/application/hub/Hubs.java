// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the hub of each account and region, also for a while after it was disabled. */
public interface Hubs {
    /** The hub, enabled or disabled; null when there is none. */
    @Nullable
    Hub find(Tx tx, AccountRegion scope);

    /** Creates or replaces the hub of its account and region. */
    void save(Tx tx, Hub hub);

    void delete(Tx tx, AccountRegion scope);

    /** Every hub there is, in the order of account and region; for the hub's own housekeeping. */
    List<Hub> all(Tx tx);
}
