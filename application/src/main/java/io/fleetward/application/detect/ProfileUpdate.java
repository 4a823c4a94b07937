// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import org.jspecify.annotations.Nullable;

/**
 * A wish to change a security profile: what was sent replaces what was there, what was not sent stays, and the rest
 * can be asked to go. Immutable.
 *
 * @param expectedVersion the version that the caller knows; null when any will do
 */
public record ProfileUpdate(
        String name,
        ProfileDraft draft,
        Removals removals,
        @Nullable Long expectedVersion) {
    /** Which parts are to go. */
    public record Removals(boolean behaviors, boolean alertTargets, boolean retained, boolean export) {
        public static final Removals NONE = new Removals(false, false, false, false);
    }
}
