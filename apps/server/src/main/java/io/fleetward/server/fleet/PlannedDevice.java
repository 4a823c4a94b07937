// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.util.Map;

/**
 * One device of the fleet. Immutable.
 *
 * @param certificateOf the device whose certificate it uses; itself but for one that shares
 * @param attributes of its thing
 */
record PlannedDevice(
        String name, DeviceKind kind, DevicePart part, String certificateOf, Map<String, String> attributes) {
    PlannedDevice {
        attributes = Map.copyOf(attributes);
    }

    boolean hasItsOwnCertificate() {
        return certificateOf.equals(name);
    }

    /** Where it publishes. */
    String topic() {
        return "fleet/" + name + "/telemetry";
    }
}
