// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

/** How bad a finding of a check is; fixed per check (audit, types and severity). */
public enum Severity {
    CRITICAL(90),
    HIGH(70),
    MEDIUM(40),
    LOW(1);

    private final int normalized;

    Severity(int normalized) {
        this.normalized = normalized;
    }

    /** The same on the hub's scale of 0 to 100. */
    public int normalized() {
        return normalized;
    }
}
