// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import java.util.Map;

/** The values that an account stored for the settings of one check; what is not stored has its default. Immutable. */
public record CheckSettings(Map<String, Integer> stored) {
    /** Every setting at its default. */
    public static final CheckSettings DEFAULTS = new CheckSettings(Map.of());

    public CheckSettings {
        stored = Map.copyOf(stored);
    }

    /** The value in force. */
    public int valueOf(CheckSetting setting) {
        return stored.getOrDefault(setting.name(), setting.defaultValue());
    }
}
