// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import org.jspecify.annotations.Nullable;

/** How a part of a metric is written in one column: operator and name, whose characters hold no blank; empty for the whole. */
final class DimensionColumn {
    private DimensionColumn() {}

    static String write(@Nullable MetricDimension dimension) {
        return dimension == null ? "" : dimension.operator().name() + " " + dimension.name();
    }

    static @Nullable MetricDimension read(String text) {
        int blank = text.indexOf(' ');
        return blank < 0
                ? null
                : new MetricDimension(text.substring(blank + 1), DimensionOperator.valueOf(text.substring(0, blank)));
    }
}
