// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.Map;

/** Takes what came out, by its keys. */
public interface Figures {
    /** One figure. */
    void put(String key, double value);

    /** Figures of the same sort, one per name. */
    void put(String key, Map<String, Double> values);
}
