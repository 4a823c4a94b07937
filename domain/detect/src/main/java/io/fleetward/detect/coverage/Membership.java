// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Set;

/**
 * What the registry says about a device.
 *
 * <p>Immutable.
 *
 * @param groups the groups the thing is in, with those above them; empty for an unregistered device
 */
public record Membership(boolean isRegistered, Set<ThingGroupName> groups) {
    /** A device the registry does not know. */
    public static final Membership UNREGISTERED = new Membership(false, Set.of());

    public Membership {
        groups = Set.copyOf(groups);
    }

    /** Whether the device is among those that the target stands for. */
    public boolean isIn(ProfileTarget target) {
        return switch (target) {
            case ProfileTarget.AllThings _ -> true;
            case ProfileTarget.RegisteredThings _ -> isRegistered;
            case ProfileTarget.UnregisteredThings _ -> !isRegistered;
            case ProfileTarget.GroupMembers members -> groups.contains(members.group());
        };
    }
}
