// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;

/** The standards that each account and region is held to. Thread-safe. */
public interface StandardSubscriptions {
    /** Those of the account and region, by path. */
    List<StandardSubscription> of(Tx tx, AccountRegion scope);

    /** Inserts the subscription, or replaces the one to the same standard. */
    void put(Tx tx, AccountRegion scope, StandardSubscription subscription);

    /** Ends the subscription to the standard of this path; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, String standard);

    /** Where a subscription was last refreshed before the moment. */
    List<AccountRegion> refreshedBefore(Tx tx, Instant moment);
}
