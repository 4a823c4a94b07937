// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/** Collects the texts of the messages that a client receives. As thread-safe as the collection. */
record Collector(Collection<String> texts) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
        texts.add(new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void connectionLost(Throwable cause) {}

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}
}
