// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps whom management accounts made administrators of their organizations, one in each region. */
public interface HubDelegations {
    /** What the management account delegated in this region; null when nothing. */
    @Nullable
    Delegation by(Tx tx, AccountRegion management);

    /** What was delegated to the account in this region; null when nothing. */
    @Nullable
    Delegation to(Tx tx, AccountRegion administrator);

    /** What the management account delegated, in the order of regions. */
    List<Delegation> all(Tx tx, AccountId management);

    /** Creates or replaces the delegation of its management account and region. */
    void save(Tx tx, Delegation delegation);

    void delete(Tx tx, AccountRegion management);
}
