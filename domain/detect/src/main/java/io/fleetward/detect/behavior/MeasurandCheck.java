// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks what is to be measured, telling what is wrong with it. Confined to one check. */
public final class MeasurandCheck {
    private final BehaviorNames names;
    private final Consumer<String> problems;

    public MeasurandCheck(BehaviorNames names, Consumer<String> problems) {
        this.names = names;
        this.problems = problems;
    }

    /** What is to be measured; null when there is no such metric. It counts for nothing when a problem was told. */
    public @Nullable Measurand run(@Nullable String metricName, @Nullable DimensionDraft dimension) {
        if (metricName == null) {
            problems.accept("metric is required");
            return null;
        }
        Metric metric = names.metric(metricName);
        if (metric == null) {
            problems.accept("metric " + metricName + " is not a valid metric");
            return null;
        }
        if (dimension != null && !metric.hasDimensions()) {
            problems.accept("metric " + metricName + " does not support metricDimension");
        }
        return new Measurand(metric, dimension == null ? null : dimension(dimension));
    }

    private @Nullable MetricDimension dimension(DimensionDraft draft) {
        String name = draft.name();
        if (name == null) {
            problems.accept("metricDimension requires a dimensionName");
            return null;
        }
        if (!names.hasDimension(name)) {
            problems.accept("dimension " + name + " does not exist");
        }
        return new MetricDimension(name, operator(draft.operator()));
    }

    private DimensionOperator operator(@Nullable String name) {
        if (name == null) {
            return DimensionOperator.IN;
        }
        return Arrays.stream(DimensionOperator.values())
                .filter(operator -> operator.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    problems.accept("metricDimension's operator must be IN or NOT_IN: " + name);
                    return DimensionOperator.IN;
                });
    }
}
