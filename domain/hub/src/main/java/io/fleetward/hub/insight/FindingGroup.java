// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import io.fleetward.hub.filter.CodePoints;
import java.util.Comparator;

/**
 * How many findings have a value. Immutable.
 *
 * @param value the value as text, numbers in decimal notation
 */
public record FindingGroup(String value, long count) {
    /** The largest groups first; those of a size by value. */
    public static final Comparator<FindingGroup> LARGEST_FIRST = Comparator.comparingLong(FindingGroup::count)
            .reversed()
            .thenComparing(FindingGroup::value, CodePoints::compare);
}
