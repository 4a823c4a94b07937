// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.ingest.FindingEdit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Archives findings and takes them up again, as whoever sent them would (hub, workflow and record state machine). */
final class RecordStates {
    private RecordStates() {}

    /** The finding in this state; null when there is no room for the change. What returns is new, unless suppressed. */
    static @Nullable StoredFinding set(StoredFinding before, RecordState state, Instant now) {
        ObjectNode values = JsonNodeFactory.instance.objectNode().put("RecordState", state.name());
        WorkflowStatus status = before.finding().workflowStatus();
        boolean isDone = status == WorkflowStatus.NOTIFIED || status == WorkflowStatus.RESOLVED;
        if (state == RecordState.ACTIVE && isDone) {
            values.putObject("Workflow").put("Status", WorkflowStatus.NEW.name());
        }
        return new FindingEdit(values).apply(before, now);
    }
}
