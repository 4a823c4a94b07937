// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds out whether the account writes IoT logs at all (audit, logging disabled). */
public final class LoggingDisabledCheck implements AuditCheck {
    private static final ReasonCode LOGGING_DISABLED = new ReasonCode("LOGGING_DISABLED");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("LOGGING_DISABLED_CHECK"),
            "Logging disabled",
            Severity.LOW,
            ResourceType.ACCOUNT_SETTINGS,
            CheckDescription.VULNERABILITIES,
            List.of(LOGGING_DISABLED),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        if (view.logging().isEnabled()) {
            return new CheckResult(1, List.of());
        }
        var account = AuditedResource.of(
                new ResourceIdentifier.AccountSettings(view.scope().account()));
        String reason = "No IoT logging is enabled for the account.";
        return new CheckResult(1, List.of(new NonCompliance(account, List.of(), LOGGING_DISABLED, reason)));
    }
}
