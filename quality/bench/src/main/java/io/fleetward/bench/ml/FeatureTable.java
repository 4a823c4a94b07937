// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device did, row by row in the order of time, measured by several metrics. Immutable by agreement.
 *
 * @param kinds what the values of each metric are
 */
record FeatureTable(String name, List<ValueKind> kinds, List<Row> rows) {
    FeatureTable {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param time in epoch milliseconds
     * @param isTraining whether the normal values are there to learn from
     * @param normal what was measured without any attack; null when there is nothing of that
     * @param attacked what was measured with the attack; null when there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // Values by metric.
    record Row(long time, boolean isTraining, double @Nullable [] normal, double @Nullable [] attacked) {}
}
