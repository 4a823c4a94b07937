// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

/** The answer to an authorization request. */
public enum Outcome {
    ALLOWED,
    /** A statement denies it. */
    EXPLICIT_DENY,
    /** No statement speaks of it. */
    IMPLICIT_DENY;

    public boolean isAllowed() {
        return this == ALLOWED;
    }

    /** What it comes to when these facts are known. */
    static Outcome of(boolean isDenied, boolean isGranted) {
        if (isDenied) {
            return EXPLICIT_DENY;
        }
        return isGranted ? ALLOWED : IMPLICIT_DENY;
    }
}
