// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** A device that speaks MQTT 5 with Paho and keeps what it receives. */
final class FiveClient implements MqttCallback, AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;

    private final MqttAsyncClient client;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile @Nullable MqttDisconnectResponse end;
    private @Nullable IMqttToken welcome;

    /** A message and its topic. */
    record Received(String topic, MqttMessage message) {
        String text() {
            return topic + "=" + new String(message.getPayload(), StandardCharsets.UTF_8)
                    + (message.isRetained() ? " retained" : "")
                    + (message.getQos() == 0 ? "" : " qos" + message.getQos());
        }
    }

    private FiveClient(String uri, String clientId) throws MqttException {
        client = new MqttAsyncClient(uri, clientId, new MemoryPersistence());
        client.setCallback(this);
    }

    /** Connects with a fresh session that ends with the connection, unless the options say otherwise. */
    static FiveClient connect(String uri, TlsClient tls, String clientId, Consumer<MqttConnectionOptions> adjust)
            throws MqttException {
        var made = new FiveClient(uri, clientId);
        var options = new MqttConnectionOptions();
        options.setKeepAliveInterval(0);
        options.setUseSubscriptionIdentifiers(false);
        options.setSocketFactory(
                uri.startsWith("tcp:") ? tls.sockets() : tls.context().getSocketFactory());
        adjust.accept(options);
        IMqttToken connecting = made.client.connect(options);
        try {
            connecting.waitForCompletion(PATIENCE_MILLIS);
        } catch (MqttException refused) {
            made.client.close();
            throw refused;
        }
        made.welcome = connecting;
        return made;
    }

    MqttAsyncClient paho() {
        return client;
    }

    /** What CONNACK said. */
    MqttProperties welcome() {
        return Objects.requireNonNull(welcome).getResponseProperties();
    }

    boolean wasPresent() {
        return Objects.requireNonNull(welcome).getSessionPresent();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Everything received so far, such as {@code a/b=text retained qos1}. */
    List<String> heard() {
        return received.stream().map(Received::text).toList();
    }

    /** Waits for the server to end the connection and answers how it did. */
    MqttDisconnectResponse awaitEnd() {
        return await().until(() -> end, Objects::nonNull);
    }

    /** Publishes and answers the reason code of the acknowledgement; 0 with QoS 0, which nobody acknowledges. */
    int publish(String topic, MqttMessage message) throws MqttException {
        IMqttToken token = client.publish(topic, message);
        if (message.getQos() == 0) {
            return 0;
        }
        token.waitForCompletion(PATIENCE_MILLIS);
        int[] codes = token.getReasonCodes();
        return codes == null || codes.length == 0 ? 0 : codes[0];
    }

    int publish(String topic, String text, int qos) throws MqttException {
        return publish(topic, message(text, qos));
    }

    static MqttMessage message(String text, int qos) {
        return new MqttMessage(text.getBytes(StandardCharsets.UTF_8), qos, false, new MqttProperties());
    }

    /** Subscribes and answers the reason codes. */
    int[] subscribe(MqttSubscription... subscriptions) throws MqttException {
        IMqttToken token = client.subscribe(subscriptions);
        token.waitForCompletion(PATIENCE_MILLIS);
        return token.getReasonCodes();
    }

    int[] subscribe(String filter, int qos) throws MqttException {
        return subscribe(new MqttSubscription(filter, qos));
    }

    int[] unsubscribe(String... filters) throws MqttException {
        IMqttToken token = client.unsubscribe(filters);
        token.waitForCompletion(PATIENCE_MILLIS);
        return token.getReasonCodes();
    }

    void disconnect() throws MqttException {
        client.disconnect().waitForCompletion(PATIENCE_MILLIS);
        client.close();
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        end = response;
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
        // what matters of it shows elsewhere
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        received.add(new Received(topic, message));
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // publish() has waited for it
    }

    @Override
    public void connectComplete(boolean reconnect, String uri) {
        // connect() has waited for it
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        throw new IllegalStateException("the server sends no AUTH");
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 1, true);
        }
        client.close(true);
    }
}
