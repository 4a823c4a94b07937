// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The place in lists in order of creation: time first, counted in milliseconds, id second.
 *
 * <p>Immutable. The text of its key is the creation time in milliseconds since the epoch, a colon, and the id.
 */
public record CreationOrder(Instant createdAt, String id) {
    private static final Comparator<CreationOrder> ORDER =
            Comparator.comparing(CreationOrder::createdAt).thenComparing(CreationOrder::id);

    public CreationOrder {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The page of items that are few enough to be read whole, in either direction. */
    public static <T> Page<T> page(
            List<T> items, Function<T, CreationOrder> place, boolean isAscending, PageRequest page) {
        Comparator<CreationOrder> direction = isAscending ? ORDER : ORDER.reversed();
        CreationOrder last = page.after() == null ? null : parse(page.after());
        List<T> rest = items.stream()
                .filter(item -> last == null || direction.compare(place.apply(item), last) > 0)
                .sorted(Comparator.comparing(place, direction))
                .toList();
        return Page.cut(rest, page.limit(), item -> place.apply(item).key());
    }

    /** The text of the key. */
    public String key() {
        return createdAt.toEpochMilli() + ":" + id;
    }

    /** Reads what {@link #key} wrote. */
    public static CreationOrder parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a creation-order key: " + key);
        }
        return new CreationOrder(
                Instant.ofEpochMilli(Long.parseLong(key.substring(0, colon))), key.substring(colon + 1));
    }
}
