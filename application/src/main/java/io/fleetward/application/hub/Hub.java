// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hub of one account in one region.
 *
 * @param subscribedAt when it was last enabled
 * @param disabledAt when it was disabled; null while it is enabled
 */
public record Hub(
        AccountRegion scope,
        Instant subscribedAt,
        @Nullable Instant disabledAt,
        boolean autoEnableControls,
        ControlFindingGenerator controlFindingGenerator,
        Map<String, String> tags) {
    public Hub {
        tags = Map.copyOf(tags);
    }

    /** How findings of security controls are made. The constants' names are the wire names. */
    public enum ControlFindingGenerator {
        STANDARD_CONTROL,
        SECURITY_CONTROL
    }

    public boolean isEnabled() {
        return disabledAt == null;
    }

    /** The same hub with other tags. */
    public Hub withTags(Map<String, String> others) {
        return new Hub(scope, subscribedAt, disabledAt, autoEnableControls, controlFindingGenerator, others);
    }

    /** The ARN of the hub of an account and region. */
    public static Arn arn(AccountRegion scope) {
        return scope.arn("securityhub", "hub/default");
    }
}
