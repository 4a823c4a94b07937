// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Where an administrator's configuration policies and their targets are kept. */
public record CentralStores(ConfigurationPolicies policies, PolicyAssociations associations) {
    /** Forgets everything that this administrator decided there. */
    void removeAll(Tx tx, AccountRegion administrator) {
        associations.removeAll(tx, administrator);
        policies.removeAll(tx, administrator);
    }

    /** Whether the administrator has decided nothing there. */
    boolean isEmpty(Tx tx, AccountRegion administrator) {
        return associations.all(tx, administrator).isEmpty()
                && policies.all(tx, administrator).isEmpty();
    }
}
