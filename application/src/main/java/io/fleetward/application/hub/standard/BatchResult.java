// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import java.util.ArrayList;
import java.util.List;

/**
 * What a batch came to: each entry fails alone. To be filled by one thread.
 *
 * @param <R> what an entry comes to
 * @param <T> an entry
 */
public record BatchResult<R, T>(List<R> results, List<Unprocessed<T>> unprocessed) {
    BatchResult() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void add(R result) {
        results.add(result);
    }

    void refuse(T entry, Unprocessed.Code code, String reason) {
        unprocessed.add(new Unprocessed<>(entry, code, reason));
    }
}
