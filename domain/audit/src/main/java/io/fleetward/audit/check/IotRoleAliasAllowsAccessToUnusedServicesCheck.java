// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/**
 * Finds role aliases whose role allows services that it has not used for a year (audit, role aliases).
 *
 * <p>A role of which nobody imported what it uses is judged as compliant.
 */
public final class IotRoleAliasAllowsAccessToUnusedServicesCheck implements AuditCheck {
    private static final ReasonCode UNUSED_SERVICES = new ReasonCode("ALLOWS_ACCESS_TO_UNUSED_SERVICES");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK"),
            "Role alias allows access to unused services",
            Severity.MEDIUM,
            ResourceType.ROLE_ALIAS,
            CheckDescription.VULNERABILITIES,
            List.of(UNUSED_SERVICES),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        return new RoleAliasRoles(view).inspect((role, access, faults) -> {
            List<String> used = RoleAliasRoles.used(role, now);
            if (used != null) {
                faults.add(
                        UNUSED_SERVICES,
                        "access to services that it has not used for a year",
                        access.servicesBut(used).keySet());
            }
        });
    }
}
