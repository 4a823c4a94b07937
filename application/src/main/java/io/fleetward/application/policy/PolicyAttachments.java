// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.TargetPolicies;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.util.Collection;
import java.util.List;

/** Which policies are attached to what. Thread-safe. */
public interface PolicyAttachments extends TargetPolicies {
    /** Which of a policy's targets a list shows, and in which order of attachment. Immutable. */
    record TargetFilter(boolean isPrincipalsOnly, boolean isAscending) {}

    /** Whether the policy is attached to the target. */
    boolean isAttached(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target);

    /** Adds an attachment that is not there yet. */
    void add(Tx tx, PolicyAttachment attachment);

    /** Removes the attachment; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target);

    /** The attachments to any of the targets, oldest first. */
    List<PolicyAttachment> ofTargets(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets);

    /** The attachments of the policy; the sort key is that of {@link PolicyAttachment#amongTargets}. */
    Page<PolicyAttachment> ofPolicy(
            Tx tx, AccountRegion scope, PolicyName policy, TargetFilter filter, PageRequest page);

    /** The versions in force of all policies attached to any of the targets, each once, by name. */
    List<PolicyVersion> inForce(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets);
}
