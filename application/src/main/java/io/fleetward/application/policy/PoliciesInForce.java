// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.thing.ThingGroupMembers;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The policies that apply to a principal, and through its thing to it: those of every group the thing is in, and of
 * all groups above (iot-core, which policies apply).
 *
 * <p>Thread-safe.
 */
public record PoliciesInForce(PolicyAttachments attachments, ThingGroupMembers members) {
    /** The versions in force, each policy once, by name; a principal or thing that is null contributes none. */
    List<PolicyVersion> of(Tx tx, AccountRegion scope, @Nullable PolicyTarget principal, @Nullable ThingName thing) {
        Set<PolicyTarget> targets = targets(tx, scope, principal, thing);
        return targets.isEmpty() ? List.of() : attachments.inForce(tx, scope, targets);
    }

    /** Everything whose policies apply: the principal, the groups the thing is in and all groups above. */
    Set<PolicyTarget> targets(Tx tx, AccountRegion scope, @Nullable PolicyTarget principal, @Nullable ThingName thing) {
        Set<PolicyTarget> targets = new LinkedHashSet<>();
        if (principal != null) {
            targets.add(principal);
        }
        if (thing != null) {
            for (ThingGroup group : members.groupsOf(tx, scope, thing)) {
                targets.add(PolicyTarget.of(scope, group.name()));
                group.ancestors().forEach(ancestor -> targets.add(PolicyTarget.of(scope, ancestor)));
            }
        }
        return targets;
    }
}
