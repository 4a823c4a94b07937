// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps by what targets are configured: a row for the root, and one for each account, be its configuration its own or
 * inherited. Rows of accounts that are pending are the queue of what is to be done. Thread-safe.
 */
public interface PolicyAssociations {
    /** An association, and whose it is. */
    record Kept(AccountRegion administrator, PolicyAssociation association) {}

    /** What this administrator decided for the target, or null. */
    @Nullable
    PolicyAssociation find(Tx tx, AccountRegion administrator, PolicyTarget target);

    /** What was decided for the account, by whomever. */
    List<Kept> about(Tx tx, AccountId account);

    /** Everything that this administrator decided, by the targets' ids. */
    List<PolicyAssociation> all(Tx tx, AccountRegion administrator);

    /** Some associations of accounts that are pending. */
    List<PolicyAssociation> pending(Tx tx, AccountRegion administrator, int limit);

    /** The administrators that have associations of accounts with this status. */
    List<AccountRegion> administratorsWith(Tx tx, PolicyAssociation.Status status);

    /** Inserts the associations, or replaces those of the same targets. */
    void put(Tx tx, AccountRegion administrator, Collection<PolicyAssociation> associations);

    /** Removes these targets' associations. */
    void remove(Tx tx, AccountRegion administrator, Collection<PolicyTarget> targets);

    /** Removes all associations of the administrator. */
    void removeAll(Tx tx, AccountRegion administrator);
}
