// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.util.Locale;

/** A kind of device: a thing type, and the group that holds all of them. */
enum DeviceKind {
    PUMP("Pump", "pumps", 120),
    THERMOSTAT("Thermostat", "thermostats", 60),
    GATEWAY("Gateway", "gateways", 20);

    private final String thingType;
    private final String group;
    private final int count;

    DeviceKind(String thingType, String group, int count) {
        this.thingType = thingType;
        this.group = group;
        this.count = count;
    }

    String thingType() {
        return thingType;
    }

    String group() {
        return group;
    }

    /** How many of them the fleet has. */
    int count() {
        return count;
    }

    /** The name of the one with this number, counted from 1. */
    String nameOf(int number) {
        return String.format(Locale.ROOT, "%s-%03d", thingType.toLowerCase(Locale.ROOT), number);
    }
}
