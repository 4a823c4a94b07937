// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.metric.Measurand;
import java.util.List;

/**
 * The metrics whose values are kept although no behavior may need them.
 *
 * <p>Immutable.
 *
 * @param isPlainList whether they were sent in the older form, a plain list of names, and are to be shown in it
 */
public record RetainedMetrics(List<RetainedMetric> metrics, boolean isPlainList) {
    public RetainedMetrics {
        metrics = List.copyOf(metrics);
    }

    /** What is to be measured. */
    public List<Measurand> measurands() {
        return metrics.stream().map(RetainedMetric::measurand).toList();
    }
}
