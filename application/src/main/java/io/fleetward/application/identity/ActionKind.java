// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

/** What an action does, as far as permission to do it is concerned; {@link ActionKinds} sorts action names into these. */
public enum ActionKind {
    /** Looks at configuration or findings. */
    READ(false),
    /** Works findings and violations: their state, their notes, their suppression, insights on them. */
    WORK_FINDINGS(true),
    /** Carries events or findings from a source: the data plane but for devices. */
    USE_DATA(false),
    /** Carries messages and device state: the data plane of devices. */
    TALK_TO_DEVICES(false),
    /** Runs and schedules audits. */
    AUDIT(true),
    /** Makes things, certificates and policies, and joins them. */
    MANAGE_DEVICES(true),
    /** Configures the guards of the fleet, and what is told of it. */
    OPERATE(true),
    /** Gives or takes access, joins accounts, or switches a guard off. */
    ADMINISTER(true);

    private final boolean recorded;

    ActionKind(boolean recorded) {
        this.recorded = recorded;
    }

    /** Whether such an act is an act of administration and goes to the {@link AdministrativeLog}. */
    public boolean isRecorded() {
        return recorded;
    }
}
