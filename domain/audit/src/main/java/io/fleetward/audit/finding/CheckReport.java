// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.check.CheckResult;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.Ids;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a finished check leaves: the counts for the task and the findings. Immutable. */
public record CheckReport(CheckRun.Completed run, List<AuditFinding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** The task and check that a report is about, and the time of reporting. Immutable. */
    public record Occasion(AuditTask task, CheckDescription check, Instant now) {}

    /** Turns a result into findings with fresh ids; suppressed ones are marked and not counted against the account. */
    public static CheckReport of(Occasion occasion, CheckResult result, Suppressions suppressions, Ids ids) {
        var nonCompliant = new HashSet<ResourceIdentifier>();
        for (NonCompliance fault : result.nonCompliances()) {
            nonCompliant.add(fault.resource().identifier());
        }
        Set<ResourceIdentifier> suppressed = new HashSet<>(nonCompliant);
        suppressed.removeIf(resource -> !suppressions.cover(resource));
        var findings = result.nonCompliances().stream()
                .map(fault -> finding(
                        occasion,
                        fault,
                        ids.hex32(),
                        suppressed.contains(fault.resource().identifier())))
                .toList();
        return new CheckReport(
                new CheckRun.Completed(result.totalResources(), nonCompliant.size(), suppressed.size()), findings);
    }

    private static AuditFinding finding(Occasion occasion, NonCompliance fault, String id, boolean isSuppressed) {
        return new AuditFinding(
                id,
                occasion.task().id(),
                occasion.task().startedAt(),
                occasion.check().name(),
                occasion.now(),
                occasion.check().severity(),
                fault.resource(),
                fault.related(),
                fault.code(),
                fault.reason(),
                isSuppressed);
    }
}
