// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads which resource a suppression is about: the identifier must have just the members that the resources of the check
 * have (audit, finding suppressions).
 */
public final class SuppressedResource {
    private SuppressedResource() {}

    /** What comes of the given members. */
    public sealed interface Outcome {
        /** They name this resource. */
        record Named(ResourceIdentifier resource) implements Outcome {}

        /** They do not name a resource of the check. */
        record Refused(Problem problem) implements Outcome {}
    }

    /** The resource of this type with exactly these members. */
    public static Outcome of(ResourceType type, Map<String, String> members) {
        List<String> needed = type.members();
        if (!members.keySet().equals(Set.copyOf(needed))) {
            return new Outcome.Refused(new Problem(
                    "resourceIdentifier",
                    "resources of this check are of type " + type + " and named by " + needed + ", not by "
                            + members.keySet().stream().sorted().toList()));
        }
        return new Outcome.Named(ResourceIdentifier.of(type, members));
    }
}
