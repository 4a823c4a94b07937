// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.WorkflowStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import does to the workflow status: a problem that returns is new again, unless somebody suppressed it.
 *
 * @param resolvesPassed whether a passed check resolves the finding (hub, workflow and record state machine)
 */
record WorkflowRule(boolean resolvesPassed) {
    private static final String PASSED = "PASSED";

    WorkflowStatus onCreate(ObjectNode sent) {
        return resolvesPassed && PASSED.equals(compliance(sent)) ? WorkflowStatus.RESOLVED : WorkflowStatus.NEW;
    }

    /** What becomes of a status when the stored finding turns into the one sent. */
    WorkflowStatus onUpdate(WorkflowStatus status, Finding stored, ObjectNode sent) {
        if (status == WorkflowStatus.SUPPRESSED) {
            return status;
        }
        String before = stored.complianceStatus();
        String after = compliance(sent);
        if (resolvesPassed && PASSED.equals(after) && !PASSED.equals(before)) {
            return WorkflowStatus.RESOLVED;
        }
        boolean failsAgain = PASSED.equals(before) && after != null && !PASSED.equals(after);
        return returns(stored, sent) || failsAgain ? WorkflowStatus.NEW : status;
    }

    private static boolean returns(Finding stored, ObjectNode sent) {
        return stored.recordState() == RecordState.ARCHIVED
                && Objects.equals(sent.path("RecordState").stringValue(), RecordState.ACTIVE.name());
    }

    private static @Nullable String compliance(ObjectNode finding) {
        return finding.path("Compliance").path("Status").stringValue(null);
    }
}
