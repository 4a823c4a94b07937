// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import org.jspecify.annotations.Nullable;

/** What users have defined that behaviors may name. */
public interface BehaviorNames {
    /** The metric that users defined under this name, or null. */
    @Nullable
    CustomMetric customMetric(String name);

    /** Whether there is a dimension of this name. */
    boolean hasDimension(String name);

    /** The metric of this name, of AWS or defined by users; null when there is none. */
    default @Nullable Metric metric(String name) {
        return Metrics.isReserved(name) ? Metrics.find(name) : customMetric(name);
    }
}
