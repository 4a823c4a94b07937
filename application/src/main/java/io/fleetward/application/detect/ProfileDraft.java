// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.profile.AlertTarget;
import io.fleetward.detect.profile.MetricsExport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user sent as a security profile, before anybody asked whether it makes sense. Whatever was not sent is null.
 *
 * <p>Immutable.
 *
 * @param retainedNames the older form of {@code retained}
 * @param export where metrics are to be exported to
 */
public record ProfileDraft(
        @Nullable String description,
        @Nullable List<BehaviorDraft> behaviors,
        @Nullable Map<String, AlertTarget> alertTargets,
        @Nullable List<String> retainedNames,
        @Nullable List<RetainDraft> retained,
        @Nullable MetricsExport export) {
    public ProfileDraft {
        behaviors = behaviors == null ? null : List.copyOf(behaviors);
        alertTargets = alertTargets == null ? null : Map.copyOf(alertTargets);
        retainedNames = retainedNames == null ? null : List.copyOf(retainedNames);
        retained = retained == null ? null : List.copyOf(retained);
    }

    /** A metric whose values are to be kept. */
    public record RetainDraft(
            @Nullable String metric,
            @Nullable DimensionDraft dimension,
            @Nullable Boolean exportMetric) {}
}
