// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a bus: which events its targets get. Immutable.
 *
 * @param pattern which events match; null for a rule that only has a schedule
 * @param schedule when it fires by itself; null for a rule that only has a pattern
 * @param roleArn kept as it was given; nothing is done on its behalf
 */
public record EventRule(
        RuleKey key,
        @Nullable String pattern,
        @Nullable String schedule,
        boolean isEnabled,
        @Nullable String description,
        @Nullable String roleArn) {

    public AccountRegion scope() {
        return key.scope();
    }

    public String bus() {
        return key.bus();
    }

    public String name() {
        return key.name();
    }

    public Arn arn() {
        return key.arn();
    }

    /** The same rule, in the other state or the same. */
    public EventRule enabled(boolean enabled) {
        return new EventRule(key, pattern, schedule, enabled, description, roleArn);
    }
}
