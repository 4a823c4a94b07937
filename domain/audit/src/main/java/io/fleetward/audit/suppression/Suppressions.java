// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import java.util.Set;

/**
 * The suppressions in force when findings are reported: pairs of a check and a resource (audit, finding suppressions).
 *
 * <p>Immutable.
 */
public record Suppressions(Set<Suppression> inForce) {
    /** Nothing is suppressed. */
    public static final Suppressions NONE = new Suppressions(Set.of());

    public Suppressions {
        inForce = Set.copyOf(inForce);
    }

    /** Whether findings of this check on this resource are suppressed. */
    public boolean cover(CheckName check, ResourceIdentifier resource) {
        return inForce.contains(new Suppression(check, resource));
    }

    /** One resource that one check should not complain about. */
    public record Suppression(CheckName check, ResourceIdentifier resource) {}
}
