// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.RegistryView;
import java.time.Instant;
import java.util.List;

/** Finds identity pools that let whoever signed in administer things or act for any device (audit, Cognito roles). */
public final class AuthenticatedCognitoRoleOverlyPermissiveCheck implements AuditCheck {
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK"),
            "Authenticated Cognito role overly permissive",
            Severity.CRITICAL,
            ResourceType.COGNITO_IDENTITY_POOL,
            CheckDescription.VULNERABILITIES,
            List.of(RoleFaults.THING_READ, RoleFaults.NON_THING, RoleFaults.THING_WRITE, RoleFaults.DATA_PLANE),
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
        return IdentityPoolRoles.AUTHENTICATED.inspect(view, (access, faults) -> {
            faults.addThingRead(access);
            faults.addNonThing(access);
            faults.addThingWrite(access);
            faults.addDataPlane(access);
        });
    }
}
