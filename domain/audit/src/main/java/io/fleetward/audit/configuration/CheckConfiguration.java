// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import io.fleetward.audit.check.CheckSettings;

/** Whether an account has a check run, and with which settings. Immutable. */
public record CheckConfiguration(boolean isEnabled, CheckSettings settings) {
    /** A check nobody touched. */
    public static final CheckConfiguration UNTOUCHED = new CheckConfiguration(false, CheckSettings.DEFAULTS);
}
