// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.Measurand;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user says in a security profile. A list or map that was never set is null, which is not the same as empty.
 *
 * <p>Immutable.
 *
 * @param alertTargets by kind; {@code SNS} is the only kind there is
 * @param export where values are published; whatever is marked as exported needs it
 */
public record ProfileContent(
        @Nullable String description,
        @Nullable List<Behavior> behaviors,
        @Nullable Map<String, AlertTarget> alertTargets,
        @Nullable RetainedMetrics retainedMetrics,
        @Nullable MetricsExport export) {
    public ProfileContent {
        behaviors = behaviors == null ? null : List.copyOf(behaviors);
        alertTargets = alertTargets == null ? null : Map.copyOf(alertTargets);
    }

    /** What behaviors and retained metrics are marked to be exported. */
    public Set<Measurand> markedForExport() {
        var marked = new LinkedHashSet<Measurand>();
        if (behaviors != null) {
            behaviors.stream()
                    .filter(behavior -> Boolean.TRUE.equals(behavior.exportMetric()))
                    .forEach(behavior -> marked.add(behavior.measurand()));
        }
        if (retainedMetrics != null) {
            retainedMetrics.metrics().stream()
                    .filter(retained -> Boolean.TRUE.equals(retained.exportMetric()))
                    .forEach(retained -> marked.add(retained.measurand()));
        }
        return marked;
    }
}
