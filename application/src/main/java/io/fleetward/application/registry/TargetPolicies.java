// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;

/** The policies attached to a certificate or a group, as far as deleting that target concerns them. Thread-safe. */
public interface TargetPolicies {
    /** How many policies are attached to the target. */
    int count(Tx tx, AccountRegion scope, Arn target);

    /** Detaches every policy from the target. */
    void detachAll(Tx tx, AccountRegion scope, Arn target);
}
