// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.thing;

import io.fleetward.registry.thing.ThingGroup;
import org.jspecify.annotations.Nullable;

/**
 * Which groups a list shows; conditions left null do not restrict, all others must hold.
 *
 * <p>Immutable.
 *
 * @param under only groups below this one; null stands for the top of all hierarchies
 * @param isRecursive all levels below, instead of the first one only
 * @param namePrefix only names that begin so
 */
public record ThingGroupFilter(
        @Nullable ThingGroup under,
        boolean isRecursive,
        @Nullable String namePrefix) {
    /** Every group. */
    public static final ThingGroupFilter ALL = new ThingGroupFilter(null, true, null);
}
