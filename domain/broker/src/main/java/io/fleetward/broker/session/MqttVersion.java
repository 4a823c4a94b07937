// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

/** The protocol a connection speaks; MQTT 3.1 is treated as 3.1.1 once connected. */
public enum MqttVersion {
    MQTT_3_1(3),
    MQTT_3_1_1(4),
    MQTT_5(5);

    private final int level;

    MqttVersion(int level) {
        this.level = level;
    }

    /** The number in the CONNECT packet. */
    public int level() {
        return level;
    }
}
