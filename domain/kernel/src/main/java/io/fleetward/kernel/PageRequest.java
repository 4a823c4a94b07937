// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Which slice of an ordered list is wanted: at most {@code limit} items that come after the keyset {@code after}.
 *
 * <p>{@code after} is the sort key of the last item seen, in the list's own text form; null asks for the first page.
 * Immutable.
 */
public record PageRequest(int limit, @Nullable String after) {
    public PageRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("page limit must be at least 1: " + limit);
        }
    }

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
