// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says about a device.
 *
 * <p>Immutable.
 *
 * @param groups the groups the thing is in, with those above them, the narrowest first; empty for an unregistered device
 */
public record Membership(boolean isRegistered, List<ThingGroupName> groups) {
    /** A device the registry does not know. */
    public static final Membership UNREGISTERED = new Membership(false, List.of());

    public Membership {
        groups = List.copyOf(groups);
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

    /** Of the targets that stand for the device among others, the one that stands for the fewest; null without any. */
    public @Nullable ProfileTarget narrowest(Collection<ProfileTarget> targets) {
        return targets.stream()
                .filter(this::isIn)
                .min(Comparator.comparingInt(this::breadth))
                .orElse(null);
    }

    private int breadth(ProfileTarget target) {
        return switch (target) {
            case ProfileTarget.GroupMembers members -> groups.indexOf(members.group());
            case ProfileTarget.RegisteredThings _, ProfileTarget.UnregisteredThings _ -> groups.size();
            case ProfileTarget.AllThings _ -> groups.size() + 1;
        };
    }
}
