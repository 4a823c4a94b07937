// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

/** How a control does, by the worst that it says of any resource. The constants' names are the wire names. */
public enum ControlStatus {
    PASSED,
    FAILED,
    /** It could not say of some resource whether it passes, and none fails. */
    UNKNOWN,
    /** It says nothing of any resource. */
    NO_DATA,
    /** It does not count. */
    DISABLED;

    /** The status of a control of whose findings this is the worst. */
    public static ControlStatus of(ComplianceStatus worst) {
        return switch (worst) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case WARNING, NOT_AVAILABLE -> UNKNOWN;
        };
    }
}
