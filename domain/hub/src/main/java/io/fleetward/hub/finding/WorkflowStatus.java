// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

/** How far people have come with a finding. The constants' names are the wire names. */
public enum WorkflowStatus {
    NEW,
    NOTIFIED,
    RESOLVED,
    SUPPRESSED
}
