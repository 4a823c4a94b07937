// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a change of policies changes, for any device and any request (audit, beyond AWS).
 *
 * <p>That a request is denied by a statement and that no statement speaks of it are told apart, since other policies can
 * allow the latter. Immutable.
 *
 * @param differences one for each action, kind of change and set of statements that cause it
 * @param undecided the actions of which there may be more differences
 */
public record PolicyDiff(List<Difference> differences, Set<DeviceAction> undecided) {
    public PolicyDiff {
        differences = List.copyOf(differences);
        undecided = Set.copyOf(undecided);
    }

    /**
     * Compares two versions of a policy, or two sets of policies that apply together.
     *
     * @param scope whose resources are meant
     */
    public static PolicyDiff between(AccountRegion scope, List<NamedPolicy> before, List<NamedPolicy> after) {
        var differences = new ArrayList<Difference>();
        var undecided = EnumSet.noneOf(DeviceAction.class);
        for (DeviceAction action : DeviceAction.values()) {
            var comparison = new ActionDiff(new AnyDevice(scope, action), before, after);
            if (!comparison.isComplete()) {
                undecided.add(action);
            }
            differences.addAll(comparison.differences());
        }
        return new PolicyDiff(differences, undecided);
    }

    /** Whether it is proved that nothing changes. */
    public boolean isNone() {
        return differences.isEmpty() && undecided.isEmpty();
    }
}
