// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads lists to their end, a page at a time, as far as they are wanted. */
public final class Pages {
    private Pages() {}

    /** Everything that the list holds; confined to one thread and, where the list is, to its transaction. */
    public static <T> Stream<T> all(int size, Function<PageRequest, Page<T>> list) {
        var walk = new Iterator<List<T>>() {
            private @Nullable PageRequest request = PageRequest.first(size);

            @Override
            public boolean hasNext() {
                return request != null;
            }

            @Override
            public List<T> next() {
                if (request == null) {
                    throw new NoSuchElementException();
                }
                Page<T> page = list.apply(request);
                request = page.next() == null ? null : new PageRequest(size, page.next());
                return page.items();
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, 0), false)
                .flatMap(List::stream);
    }
}
