// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.policy.analysis.RoleAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roles behind role aliases, as far as they were imported (audit, role aliases). Immutable. */
record RoleAliasRoles(RegistryView view) {
    private static final Duration YEAR = Duration.ofDays(365);

    /** What a check finds wrong with the role of one alias. */
    interface Judge {
        void judge(RoleFacts role, RoleAccess access, RoleFaults faults);
    }

    /** Judges every alias whose role is known; others are not even counted. */
    CheckResult inspect(Judge judge) {
        Map<String, RoleFacts> roles = view.importedRoles().roles();
        var found = new ArrayList<NonCompliance>();
        long[] total = new long[1];
        view.roleAliases().forEach(alias -> {
            RoleFacts role = roles.get(alias.roleArn());
            if (role != null) {
                total[0]++;
                var faults = new RoleFaults(
                        AuditedResource.of(
                                new ResourceIdentifier.RoleAlias(alias.arn().toString())),
                        AuditedResource.of(new ResourceIdentifier.IamRole(role.arn())));
                judge.judge(role, new RoleAccess(view.scope(), role.policies()), faults);
                found.addAll(faults.found());
            }
        });
        return new CheckResult(total[0], found);
    }

    /** The services that the role has used within a year, null when nothing is known of that. */
    static @Nullable List<String> used(RoleFacts role, Instant now) {
        Map<String, Instant> lastUsed = role.lastUsed();
        return lastUsed == null
                ? null
                : lastUsed.entrySet().stream()
                        .filter(use -> !use.getValue().isBefore(now.minus(YEAR)))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }
}
