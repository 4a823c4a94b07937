// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a configuration policy as a client names them; null for what is not given. */
public record PolicyWish(
        @Nullable Boolean isServiceEnabled,
        @Nullable List<String> standardArns,
        @Nullable Controls controls) {
    /** Which controls are to count and what they are to demand. */
    public record Controls(
            @Nullable List<String> enabled, @Nullable List<String> disabled, List<Parameters> parameters) {}

    /** What one control is to demand. */
    public record Parameters(@Nullable String control, Map<String, ParameterChange> values) {}
}
