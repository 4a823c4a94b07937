// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.DeviceTls;
import io.fleetward.demo.Environment;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** MQTT 3.1.1 clients on mutual TLS that remember nothing themselves. */
final class MqttClients {
    /** What the server leaves unanswered for longer is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MqttClients() {}

    /** A client that is not connected yet. */
    static MqttClient create(Environment environment, String clientId) throws MqttException {
        var client = new MqttClient(
                "ssl://" + environment.mqttHost() + ":" + environment.mqttPort(), clientId, new MemoryPersistence());
        client.setTimeToWait(PATIENCE.toMillis());
        return client;
    }

    /** How a device with these keys connects. */
    static MqttConnectOptions options(Environment environment, DeviceKeys keys, boolean isClean) {
        var options = new MqttConnectOptions();
        try {
            options.setSocketFactory(
                    DeviceTls.context(environment.caFile(), keys).getSocketFactory());
        } catch (Exception broken) {
            throw new AssertionError("no TLS context from the device's own keys", broken);
        }
        options.setCleanSession(isClean);
        return options;
    }
}
