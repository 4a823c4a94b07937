// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import java.util.Locale;

/** What kind of thing a live event tells of, and the action that whoever is told of it must be allowed. */
public enum LiveKind {
    /** A finding of the hub was created or changed. */
    FINDING("securityhub:GetFindings"),
    /** An alarm of Detect went up, ended or was judged. */
    ALARM("iot:ListViolationEvents"),
    /** An audit began, got on or ended, or found something. */
    AUDIT("iot:ListAuditTasks"),
    /** A client connected or disconnected. */
    CONNECTION("iot:ListThings"),
    /** A resource of the registry changed. */
    REGISTRY("iot:ListThings");

    private final String action;

    LiveKind(String action) {
        this.action = action;
    }

    /** The action by which the same can be read from the API. */
    public String action() {
        return action;
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
