// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** An MQTT 3.1.1 device with a certificate of its own; publishes with QoS 1 and waits for the acknowledgement. */
public final class Device implements AutoCloseable {
    /** What the server leaves unanswered for longer is a failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MqttClient client;

    private Device(MqttClient client) {
        this.client = client;
    }

    /** Connects over mutual TLS, trusting only the server's own CA. */
    public static Device connect(Environment server, String clientId, DeviceKeys keys) throws Exception {
        var options = new MqttConnectOptions();
        options.setSocketFactory(DeviceTls.context(server.caFile(), keys).getSocketFactory());
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        var client = new MqttClient(
                "ssl://" + server.mqttHost() + ":" + server.mqttPort(), clientId, new MemoryPersistence());
        client.setTimeToWait(PATIENCE.toMillis());
        client.connect(options);
        return new Device(client);
    }

    public void publish(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }
}
