// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A device that speaks MQTT 3.1.1 with Paho and writes down, in words, what it receives. */
final class ThreeClient implements MqttCallback, AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final MqttClient client;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile boolean isLost;
    private boolean wasPresent;

    private ThreeClient(String uri, String clientId) throws MqttException {
        client = new MqttClient(uri, clientId, new MemoryPersistence());
        client.setTimeToWait(PATIENCE_MILLIS);
        client.setCallback(this);
    }

    /** Connects, with a clean session unless the options say otherwise. */
    static ThreeClient connect(String uri, TlsClient tls, String clientId, Consumer<MqttConnectOptions> adjust)
            throws MqttException {
        var made = new ThreeClient(uri, clientId);
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setKeepAliveInterval(0);
        options.setSocketFactory(
                uri.startsWith("tcp:") ? tls.sockets() : tls.context().getSocketFactory());
        adjust.accept(options);
        try {
            made.wasPresent = made.client.connectWithResult(options).getSessionPresent();
        } catch (MqttException refused) {
            made.client.close();
            throw refused;
        }
        return made;
    }

    MqttClient paho() {
        return client;
    }

    /** Whether the server knew a session of this client. */
    boolean wasPresent() {
        return wasPresent;
    }

    /** Everything received so far, such as {@code a/b=text retained qos1}. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    boolean isLost() {
        return isLost;
    }

    void publish(String topic, String text, int qos) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), qos, false);
    }

    void retain(String topic, String text) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, true);
    }

    void subscribe(String filter, int qos) throws MqttException {
        client.subscribe(filter, qos);
    }

    void disconnect() throws MqttException {
        client.disconnect();
        client.close();
    }

    /** Leaves without a word. */
    void vanish() throws MqttException {
        client.disconnectForcibly(0, 1, false);
        client.close();
    }

    @Override
    public void connectionLost(Throwable cause) {
        isLost = true;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        heard.add(topic + "=" + new String(message.getPayload(), StandardCharsets.UTF_8)
                + (message.isRetained() ? " retained" : "")
                + (message.getQos() == 0 ? "" : " qos" + message.getQos()));
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // publish() has waited for it
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 1);
        }
        client.close(true);
    }
}
