// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

/** What the subjects of a task are. */
public enum TaskKind {
    /** Findings of audits. */
    AUDIT,
    /** Violations of behaviors. */
    DETECT
}
