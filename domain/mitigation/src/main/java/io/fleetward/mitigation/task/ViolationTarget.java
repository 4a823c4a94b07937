// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which violations an order is about. Immutable. */
public sealed interface ViolationTarget {
    /** These violations. */
    record OfViolations(List<String> ids) implements ViolationTarget {
        public OfViolations {
            ids = List.copyOf(ids);
        }
    }

    /**
     * Those of a security profile.
     *
     * @param behavior the only behavior that counts, null for all
     */
    record OfProfile(String profile, @Nullable String behavior) implements ViolationTarget {}
}
