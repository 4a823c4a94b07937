// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.suppression;

import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.WorkflowStatus;

/**
 * That a suppression has taken hold of a finding. Immutable.
 *
 * @param former the workflow status that the finding has again once nothing suppresses it any more
 * @param isOverruled whether a person has decided about the finding since, so that the suppression leaves it alone
 */
public record SuppressedFinding(FindingKey key, String suppressionId, WorkflowStatus former, boolean isOverruled) {
    /** The same with another status to go back to. */
    public SuppressedFinding withFormer(WorkflowStatus status) {
        return new SuppressedFinding(key, suppressionId, status, isOverruled);
    }

    /** The same, left alone from now on. */
    public SuppressedFinding overruled() {
        return new SuppressedFinding(key, suppressionId, former, true);
    }
}
