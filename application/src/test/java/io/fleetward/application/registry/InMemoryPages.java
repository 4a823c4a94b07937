// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Cuts pages for the fakes out of whole lists. */
public final class InMemoryPages {
    private InMemoryPages() {}

    /** The page of the items ordered by their sort key as text. */
    public static <T> Page<T> byKey(List<T> items, Function<T, String> key, PageRequest page) {
        String after = page.after();
        List<T> rest = items.stream()
                .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        return Page.cut(rest, page.limit(), key);
    }

    /** The page of the items in the given order, after the item whose key the request names. */
    public static <T> Page<T> ordered(List<T> items, Comparator<T> order, Function<T, String> key, PageRequest page) {
        List<T> sorted = items.stream().sorted(order).toList();
        String after = page.after();
        List<T> rest = after == null
                ? sorted
                : sorted.stream()
                        .dropWhile(item -> !key.apply(item).equals(after))
                        .skip(1)
                        .toList();
        return Page.cut(rest, page.limit(), key);
    }
}
