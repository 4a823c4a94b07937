// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import io.fleetward.audit.ResourceIdentifier;
import java.util.Set;

/**
 * The resources whose findings by one check are suppressed while it is reported (audit, finding suppressions).
 *
 * <p>Immutable.
 */
public record Suppressions(Set<ResourceIdentifier> resources) {
    /** Nothing is suppressed. */
    public static final Suppressions NONE = new Suppressions(Set.of());

    public Suppressions {
        resources = Set.copyOf(resources);
    }

    /** Whether findings on this resource are suppressed. */
    public boolean cover(ResourceIdentifier resource) {
        return resources.contains(resource);
    }
}
