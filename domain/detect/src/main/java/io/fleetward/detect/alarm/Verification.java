// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import org.jspecify.annotations.Nullable;

/** A person's judgement on a violation. Immutable. */
public record Verification(
        VerificationState state, @Nullable String description) {
    /** Nobody has looked yet. */
    public static final Verification NONE = new Verification(VerificationState.UNKNOWN, null);
}
