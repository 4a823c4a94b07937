// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.policy.analysis.RoleAccess;
import java.time.Instant;
import java.util.List;

/** Finds role aliases whose role allows devices too much (audit, role aliases). */
public final class IotRoleAliasOverlyPermissiveCheck implements AuditCheck {
    private static final ReasonCode USED_SERVICES = new ReasonCode("ALLOWS_BROAD_ACCESS_TO_USED_SERVICES");
    private static final ReasonCode SECURITY_SERVICES = new ReasonCode("ALLOWS_ACCESS_TO_SECURITY_AUDITING_SERVICES");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK"),
            "Role alias overly permissive",
            Severity.CRITICAL,
            ResourceType.ROLE_ALIAS,
            CheckDescription.VULNERABILITIES,
            List.of(
                    USED_SERVICES,
                    SECURITY_SERVICES,
                    RoleFaults.THING_READ,
                    RoleFaults.THING_WRITE,
                    RoleFaults.NON_THING,
                    RoleFaults.DATA_PLANE),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        return new RoleAliasRoles(view).inspect((role, access, faults) -> judge(role, access, faults, now));
    }

    private static void judge(RoleFacts role, RoleAccess access, RoleFaults faults, Instant now) {
        List<String> used = RoleAliasRoles.used(role, now);
        if (used != null) {
            faults.add(
                    USED_SERVICES,
                    "everything in services that it uses",
                    access.wholeServices(used).keySet());
        }
        faults.add(
                SECURITY_SERVICES,
                "access to services of security and auditing",
                access.services(RoleAccess.SECURITY_AUDITING).keySet());
        faults.addThingRead(access);
        faults.addThingWrite(access);
        faults.addNonThing(access);
        faults.addDataPlane(access);
    }
}
