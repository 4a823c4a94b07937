// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

/** What a control says of one resource. The constants' names are the wire names. */
public enum ComplianceStatus {
    PASSED,
    WARNING,
    FAILED,
    NOT_AVAILABLE
}
