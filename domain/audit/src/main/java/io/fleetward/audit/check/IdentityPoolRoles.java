// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.IdentityPool;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.policy.analysis.RoleAccess;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two roles of an identity pool (audit, Cognito roles). */
enum IdentityPoolRoles {
    AUTHENTICATED {
        @Override
        @Nullable
        String of(IdentityPool pool) {
            return pool.authenticatedRole();
        }
    },
    UNAUTHENTICATED {
        @Override
        @Nullable
        String of(IdentityPool pool) {
            return pool.unauthenticatedRole();
        }
    };

    private static final String ROLE_TYPE = "ROLE_TYPE";

    /** What a check finds wrong with the role. */
    interface Judge {
        void judge(RoleAccess access, RoleFaults faults);
    }

    /**
     * Judges the role of every imported pool; a pool without such a role is compliant.
     *
     * <p>Deviation: AWS looks only at pools of which somebody was connected lately. Nobody connects to this broker as a
     * member of a pool, so whoever imports one wants it judged.
     */
    CheckResult inspect(RegistryView view, Judge judge) {
        ImportedRoles imported = view.importedRoles();
        var found = new ArrayList<NonCompliance>();
        for (IdentityPool pool : imported.pools()) {
            String arn = of(pool);
            RoleFacts role = arn == null ? null : imported.roles().get(arn);
            if (role != null) {
                var faults = new RoleFaults(
                        AuditedResource.of(new ResourceIdentifier.CognitoIdentityPool(pool.id())),
                        new AuditedResource(new ResourceIdentifier.IamRole(role.arn()), Map.of(ROLE_TYPE, name())));
                judge.judge(new RoleAccess(view.scope(), role.policies()), faults);
                found.addAll(faults.found());
            }
        }
        return new CheckResult(imported.pools().size(), found);
    }

    abstract @Nullable String of(IdentityPool pool);
}
