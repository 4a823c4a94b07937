// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.analysis.Difference;
import io.fleetward.policy.analysis.PolicyDiff;
import io.fleetward.policy.document.DeviceAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What changes from one policy to another, in every account and region that they are meant for.
 *
 * <p>Immutable.
 *
 * @param differences each kind of change once
 * @param undecided the actions of which more may change
 */
public record PolicyComparison(List<Difference> differences, Set<DeviceAction> undecided) {
    public PolicyComparison {
        differences = List.copyOf(differences);
        undecided = Set.copyOf(undecided);
    }

    static PolicyComparison of(NamedPolicy before, NamedPolicy after, PolicyScopes scopes) {
        var differences = new ArrayList<Difference>();
        var undecided = EnumSet.noneOf(DeviceAction.class);
        for (AccountRegion scope : scopes.of(List.of(before.document(), after.document()))) {
            PolicyDiff diff = PolicyDiff.between(scope, List.of(before), List.of(after));
            undecided.addAll(diff.undecided());
            diff.differences().stream()
                    .filter(difference -> differences.stream().noneMatch(known -> isSameKind(known, difference)))
                    .forEach(differences::add);
        }
        return new PolicyComparison(differences, undecided);
    }

    /** Whether it is proved that nothing changes. */
    public boolean isNone() {
        return differences.isEmpty() && undecided.isEmpty();
    }

    private static boolean isSameKind(Difference one, Difference other) {
        return one.witness().action() == other.witness().action()
                && one.before() == other.before()
                && one.after() == other.after()
                && one.because().equals(other.because());
    }
}
