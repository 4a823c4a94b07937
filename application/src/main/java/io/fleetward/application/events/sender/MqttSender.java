// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Publishes letters to MQTT topics of their account, in the server's own name and with quality of service 1. Thread-safe. */
public final class MqttSender {
    private static final long PATIENCE_SECONDS = 15;

    private final Supplier<MessagePublisher> broker;
    private final int mostBytes;

    /**
     * Takes the broker.
     *
     * @param broker asked for when first needed
     * @param mostBytes what one message may hold
     */
    public MqttSender(Supplier<MessagePublisher> broker, int mostBytes) {
        this.broker = broker;
        this.mostBytes = mostBytes;
    }

    SendOutcome send(Letter letter, TopicName topic) {
        byte[] payload = letter.text().getBytes(StandardCharsets.UTF_8);
        if (payload.length > mostBytes) {
            return new SendOutcome.Refused("TOO_LARGE", "a message has at most " + mostBytes + " bytes");
        }
        try {
            broker.get()
                    .publish(letter.event().rule().scope(), Message.of(topic, payload, 1, false))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new SendOutcome.Delivered("published");
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Failed("INTERRUPTED", "the server is stopping");
        } catch (TimeoutException slow) {
            return new SendOutcome.Failed("NO_RESPONSE", "the broker did not take it in time");
        } catch (ExecutionException failure) {
            return new SendOutcome.Failed("BROKER_FAILED", "the broker could not keep it");
        }
    }
}
