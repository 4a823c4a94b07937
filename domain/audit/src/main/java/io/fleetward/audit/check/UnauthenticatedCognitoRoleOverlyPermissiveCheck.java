// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.policy.analysis.IotActions;
import io.fleetward.policy.analysis.RoleAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds identity pools that let anybody do more than what devices do for themselves (audit, Cognito roles). */
public final class UnauthenticatedCognitoRoleOverlyPermissiveCheck implements AuditCheck {
    private static final ReasonCode ADMIN = new ReasonCode("ALLOWS_ACCESS_TO_IOT_ADMIN_ACTIONS");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK"),
            "Unauthenticated Cognito role overly permissive",
            Severity.CRITICAL,
            ResourceType.COGNITO_IDENTITY_POOL,
            CheckDescription.VULNERABILITIES,
            List.of(ADMIN, RoleFaults.DATA_PLANE),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    /** No: roles are imported, which nobody announces. */
    @Override
    public boolean judgesConfiguration() {
        return false;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        return IdentityPoolRoles.UNAUTHENTICATED.inspect(view, (access, faults) -> {
            faults.add(ADMIN, "administration", administration(access));
            faults.addDataPlane(access);
        });
    }

    private static List<String> administration(RoleAccess access) {
        var actions = new ArrayList<>(
                access.onSomeResource(IotActions.THING_ADMIN_WRITE).keySet());
        actions.addAll(access.onSomeResource(IotActions.THING_ADMIN_READ).keySet());
        actions.addAll(RoleFaults.nonThing(access));
        return actions;
    }
}
