// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a control counts in a standard that the account is held to.
 *
 * @param standard the standard's path
 * @param control the control's id
 * @param reason why it was switched, null where nobody said
 */
public record ControlAssociation(
        String standard,
        String control,
        boolean isEnabled,
        @Nullable String reason,
        Instant updatedAt) {}
