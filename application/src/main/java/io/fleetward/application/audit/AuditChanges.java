// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;

/** What the continuous audit has still to judge, and which accounts do not want it. Thread-safe. */
public interface AuditChanges {
    /** Notes that the resource changed. */
    void add(Tx tx, AccountRegion scope, ChangedResource resource);

    /** The oldest changes, in the order in which they were noted; deferred ones only on request. */
    List<Noted> waiting(Tx tx, AccountRegion scope, boolean withDeferred, int limit);

    /** Puts these off until no audit is running any more. */
    void defer(Tx tx, AccountRegion scope, Collection<Long> sequences);

    void remove(Tx tx, AccountRegion scope, Collection<Long> sequences);

    /** The accounts and regions for which anything waits, be it deferred. */
    List<AccountRegion> scopesWaiting(Tx tx);

    /** Whether the account wants the continuous audit; it does unless it ever said otherwise. */
    boolean isOn(Tx tx, AccountRegion scope);

    void setOn(Tx tx, AccountRegion scope, boolean isOn);

    /**
     * A change that waits.
     *
     * @param sequence grows with the order of noting
     */
    record Noted(long sequence, ChangedResource resource) {}
}
