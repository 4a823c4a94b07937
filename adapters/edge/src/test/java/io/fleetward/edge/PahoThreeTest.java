// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.pkitesting.X509Bundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;

class PahoThreeTest {
    @Test
    void publishesAndSubscribesWithBothQualitiesOfService() throws Exception {
        try (var edge = new TestEdge()) {
            X509Bundle device = edge.device("d1");
            var got = new CopyOnWriteArrayList<String>();
            MqttClient client = new MqttClient(edge.mqttUri(), "d1", new MemoryPersistence());
            var options = new MqttConnectOptions();
            options.setSocketFactory(edge.pki.client(device).getSocketFactory());
            client.connect(options);
            client.subscribe(
                    "a/+",
                    1,
                    (topic, message) ->
                            got.add(topic + "=" + new String(message.getPayload(), StandardCharsets.UTF_8)));
            client.publish("a/b", "hello".getBytes(StandardCharsets.UTF_8), 1, false);
            client.publish("a/c", "zero".getBytes(StandardCharsets.UTF_8), 0, false);
            await().untilAsserted(() -> assertThat(got).isEqualTo(List.of("a/b=hello", "a/c=zero")));
            client.disconnect();
            client.close();
            await().untilAsserted(() -> assertThat(edge.facts.all()).hasSize(7));
        }
    }
}
