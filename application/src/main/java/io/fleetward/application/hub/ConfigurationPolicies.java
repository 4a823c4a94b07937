// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the configuration policies of administrators, each in its home region. Thread-safe. */
public interface ConfigurationPolicies {
    /** The policy with this id, or null. */
    @Nullable
    ConfigurationPolicy find(Tx tx, AccountRegion administrator, String id);

    /** All policies by id; an administrator has few. */
    List<ConfigurationPolicy> all(Tx tx, AccountRegion administrator);

    /** Inserts the policy, or replaces the one with its id. */
    void put(Tx tx, AccountRegion administrator, ConfigurationPolicy policy);

    /** Removes the policy, if there is one. */
    void remove(Tx tx, AccountRegion administrator, String id);

    /** Removes all policies of the administrator. */
    void removeAll(Tx tx, AccountRegion administrator);
}
