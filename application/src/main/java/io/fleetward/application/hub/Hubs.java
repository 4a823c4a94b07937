// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
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

    /** The regions in which the account's hub is enabled, in order. */
    List<Region> regions(Tx tx, AccountId account);

    /** Every hub there is, in the order of account and region; for the hub's own housekeeping. */
    List<Hub> all(Tx tx);
}
