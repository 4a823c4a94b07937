// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import java.time.Instant;
import java.util.List;

/**
 * One fault of one resource, as one audit found it (audit, finding shape).
 *
 * <p>Immutable, and never changed once reported: the same fault in the next audit is another finding.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param foundAt when the check reported it
 * @param related resources that bear on the fault, newest first; all of them when reported, the first ten when read
 * @param reason one sentence
 * @param isSuppressed whether a suppression covered it when it was reported
 */
public record AuditFinding(
        String id,
        String taskId,
        Instant taskStartedAt,
        CheckName check,
        Instant foundAt,
        Severity severity,
        AuditedResource resource,
        List<AuditedResource> related,
        ReasonCode code,
        String reason,
        boolean isSuppressed) {
    public AuditFinding {
        related = List.copyOf(related);
    }

    /** The same with all of its related resources. */
    public AuditFinding withRelated(List<AuditedResource> all) {
        return new AuditFinding(
                id, taskId, taskStartedAt, check, foundAt, severity, resource, all, code, reason, isSuppressed);
    }
}
