// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.function.Function;

/** Pages of lists that are short enough to be made as a whole, and the size of batches. */
final class Listing {
    private Listing() {}

    /** What follows the item of this key; the first page when there is no such item any more. */
    static <T> Page<T> page(List<T> all, Function<T, String> key, PageRequest page) {
        String after = page.after();
        int start = after == null ? 0 : all.stream().map(key).toList().indexOf(after) + 1;
        return Page.cut(all.subList(start, all.size()), page.limit(), key);
    }

    static void requireBatch(String parameter, List<?> batch, int most) {
        if (batch.isEmpty() || batch.size() > most) {
            throw HubRefusals.invalid(parameter, "data." + parameter + " should have 1 to " + most + " items");
        }
    }
}
