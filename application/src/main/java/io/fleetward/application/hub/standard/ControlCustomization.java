// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.hub.standard.TagRequirement;
import org.jspecify.annotations.Nullable;

/**
 * What an account wants a control to demand.
 *
 * @param control the control's id
 * @param tags null for what the control demands by itself
 * @param reason why it was last changed, null where nobody said
 */
public record ControlCustomization(
        String control,
        @Nullable TagRequirement tags,
        @Nullable String reason) {}
