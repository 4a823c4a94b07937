// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.detect.behavior.Behavior;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user says in a security profile. A list or map that was never set is null, which is not the same as empty.
 *
 * <p>Immutable.
 *
 * @param alertTargets by kind; {@code SNS} is the only kind there is
 */
public record ProfileContent(
        @Nullable String description,
        @Nullable List<Behavior> behaviors,
        @Nullable Map<String, AlertTarget> alertTargets,
        @Nullable RetainedMetrics retainedMetrics) {
    public ProfileContent {
        behaviors = behaviors == null ? null : List.copyOf(behaviors);
        alertTargets = alertTargets == null ? null : Map.copyOf(alertTargets);
    }
}
