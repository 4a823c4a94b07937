// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.filter.SortValue;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Findings that one statement reads in order. Immutable.
 *
 * @param condition what holds for them
 * @param isExact whether every finding for which it holds matches the filter
 * @param first what all of them have by the first key of the order; null when that differs
 */
record SearchPart(
        Condition condition, boolean isExact, @Nullable SortValue first) {
    /** What holds for those of them behind this place; null when there are none. */
    @Nullable
    Condition after(@Nullable SortPosition place, FindingOrder order, FindingSorting sorting) {
        if (place == null) {
            return condition;
        }
        if (first == null) {
            return condition.and(sorting.after(place, 0));
        }
        int behind = order.keys().getFirst().compare(first, place.values().getFirst());
        if (behind == 0) {
            return condition.and(sorting.after(place, 1));
        }
        return behind > 0 ? condition : null;
    }

    static SearchPart nothing() {
        return new SearchPart(DSL.falseCondition(), true, null);
    }
}
