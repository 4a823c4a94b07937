// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One slice of an ordered list; {@code next} is the keyset to continue after, null exactly when nothing follows.
 *
 * <p>Immutable.
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from the items that were read with {@code limit + 1}: the extra item only proves that more follow.
     *
     * @param key the sort key of an item in the list's own text form
     */
    public static <T> Page<T> cut(List<T> read, int limit, Function<T, String> key) {
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        return new Page<>(read.subList(0, limit), key.apply(read.get(limit - 1)));
    }

    /** The same page with every item translated. */
    public <R> Page<R> map(Function<T, R> translate) {
        var translated = new ArrayList<R>(items.size());
        for (T item : items) {
            translated.add(translate.apply(item));
        }
        return new Page<>(translated, next);
    }
}
