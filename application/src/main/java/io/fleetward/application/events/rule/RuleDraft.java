// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody wants it. Immutable.
 *
 * @param bus the bus's name or ARN, null for the default bus
 * @param tags given to a rule that is new
 */
public record RuleDraft(
        @Nullable String bus,
        String name,
        @Nullable String pattern,
        @Nullable String schedule,
        boolean isEnabled,
        @Nullable String description,
        @Nullable String roleArn,
        Map<String, String> tags) {
    public RuleDraft {
        tags = Map.copyOf(tags);
    }
}
