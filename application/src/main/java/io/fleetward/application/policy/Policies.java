// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policies of every account, with their versions. Thread-safe. */
public interface Policies {
    /** The policy, or null. */
    @Nullable
    Policy find(Tx tx, AccountRegion scope, PolicyName name);

    /** Inserts the policy, or replaces the one with its name; its versions stay as they are. */
    void put(Tx tx, Policy policy);

    /** Removes the policy with its versions; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, PolicyName name);

    /** All policies by creation time; the sort key is {@link CreationOrder#key} of the name. */
    Page<Policy> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page);

    /** The version in force of every policy, by name; the sort key is the name. */
    Page<PolicyVersion> listInForce(Tx tx, AccountRegion scope, PageRequest page);

    /** Adds a version to a policy. */
    void addVersion(Tx tx, PolicyVersion version);

    /** The version, or null. */
    @Nullable
    PolicyVersion findVersion(Tx tx, AccountRegion scope, PolicyName name, int number);

    /** The versions of the policy by number; empty when there is no such policy. */
    List<PolicyVersion> versions(Tx tx, AccountRegion scope, PolicyName name);

    /** Removes the version; answers whether it was there. */
    boolean removeVersion(Tx tx, AccountRegion scope, PolicyName name, int number);
}
