// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A requested change of the account's audit configuration, as it came: what is null or absent is left as it is.
 *
 * <p>Immutable. Nothing in it has been validated.
 *
 * @param targets notification targets by type
 * @param checks changes by check name
 */
public record ConfigurationPatch(
        @Nullable String roleArn, Map<String, TargetPatch> targets, Map<String, CheckPatch> checks) {
    public ConfigurationPatch {
        targets = Map.copyOf(targets);
        checks = Map.copyOf(checks);
    }

    /** A change of one notification target. */
    public record TargetPatch(
            @Nullable String targetArn,
            @Nullable String roleArn,
            @Nullable Boolean enabled) {}

    /** A change of one check; settings are texts by name. */
    public record CheckPatch(@Nullable Boolean enabled, Map<String, String> settings) {
        public CheckPatch {
            settings = Map.copyOf(settings);
        }
    }
}
