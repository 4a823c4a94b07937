// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iotdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishOperationsTest {
    private final List<Message> published = new ArrayList<>();
    private final List<Message> served = new ArrayList<>();
    private final MessagePublisher publisher = new MessagePublisher() {
        @Override
        public CompletionStage<Void> publish(AccountRegion scope, Message message) {
            assertThat(scope).isEqualTo(ApiHarness.SCOPE);
            published.add(message);
            return CompletableFuture.allOf();
        }

        @Override
        public boolean serve(AccountRegion scope, Message message) {
            assertThat(scope).isEqualTo(ApiHarness.SCOPE);
            served.add(message);
            return message.topic().value().endsWith("/defender/metrics/json");
        }
    };
    private final ApiHarness api = ApiHarness.of(new PublishOperations(publisher, BrokerLimits.AWS));

    @Test
    void publishesTheBodyAsItCame() {
        ApiHarness.Answer answer = publish("{'topic': 'pumps/7', 'qos': 1, 'payload': '" + base64("hot") + "'}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(published).singleElement().satisfies(message -> {
            assertThat(message.topic().value()).isEqualTo("pumps/7");
            assertThat(message.payload()).isEqualTo("hot".getBytes(StandardCharsets.UTF_8));
            assertThat(message.qos()).isEqualTo(1);
            assertThat(message.isRetain()).isFalse();
        });
    }

    @Test
    void forwardsThePropertiesOfMqtt5() {
        publish("{'topic': 'a', 'contentType': 'text/plain', 'responseTopic': 'r', 'messageExpiry': 5,"
                + " 'payloadFormatIndicator': 'UTF8_DATA', 'correlationData': '" + base64("id") + "',"
                + " 'userProperties': '[{\\'k\\': \\'v\\'}, {\\'k\\': \\'w\\'}]'}");
        assertThat(published).singleElement().satisfies(message -> {
            assertThat(message.properties().contentType()).isEqualTo("text/plain");
            assertThat(message.properties().responseTopic()).isEqualTo("r");
            assertThat(message.properties().payloadFormat()).isEqualTo(1);
            assertThat(message.properties().correlationBytes()).isEqualTo("id".getBytes(StandardCharsets.UTF_8));
            assertThat(message.properties().userProperties())
                    .containsExactly(new UserProperty("k", "v"), new UserProperty("k", "w"));
            assertThat(message.isExpired(Long.MAX_VALUE - 1)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'topic': 'a/+'}",
                "{'topic': '$aws/things/t/shadow/update'}",
                "{'topic': 'a/b/c/d/e/f/g/h/i'}",
                "{'topic': 'a', 'qos': 2}"
            })
    void refusesWhatTheBrokerWouldNotTake(String request) {
        ApiHarness.Answer answer = publish(request);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(published).isEmpty();
    }

    @Test
    void handsReservedTopicsToTheServiceWhoseTheyAre() {
        ApiHarness.Answer answer = publish("{'topic': '$aws/things/pump-7/defender/metrics/json'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(served).hasSize(1);
        assertThat(published).isEmpty();
    }

    @Test
    void refusesPayloadsLargerThanTheBrokersLimit() {
        ApiHarness.Answer answer = publish("{'topic': 'a', 'payload': '" + base64("x".repeat(131_073)) + "'}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.errorCode()).isEqualTo("RequestEntityTooLargeException");
    }

    private ApiHarness.Answer publish(String request) {
        return api.call(AwsService.IOT_DATA, "Publish", request);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
