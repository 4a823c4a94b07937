// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import io.fleetward.audit.CheckName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account's audit configuration in one region; it exists exactly while a role is set (audit, account configuration).
 *
 * <p>Immutable. Changed by {@link ConfigurationMerge}.
 *
 * @param target the one notification target, SNS; null while never set
 * @param checks the checks that were ever named in a change; the others are untouched
 */
public record AuditConfiguration(
        String roleArn, @Nullable NotificationTarget target, Map<CheckName, CheckConfiguration> checks) {
    public AuditConfiguration {
        checks = Map.copyOf(checks);
    }

    /** The state of one check. */
    public CheckConfiguration of(CheckName check) {
        return checks.getOrDefault(check, CheckConfiguration.UNTOUCHED);
    }

    /** Whether the check takes part in audits. */
    public boolean enables(CheckName check) {
        return of(check).isEnabled();
    }
}
