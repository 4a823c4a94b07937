// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.message;

import io.fleetward.kernel.topic.TopicName;

/**
 * An application message on its way from a publisher to subscribers.
 *
 * <p>Immutable by agreement: the payload is shared between all recipients and must not be written to.
 *
 * @param payload the bytes, at most what {@code BrokerLimits} allows
 * @param qos 0 or 1
 * @param isRetain whether the publisher asked for the message to be kept for later subscribers
 * @param expiresAt milliseconds since the epoch after which the message is not delivered any more; {@link #NEVER}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: two equal messages are two messages
public record Message(
        TopicName topic, byte[] payload, int qos, boolean isRetain, MessageProperties properties, long expiresAt) {
    /** The expiry of a message that does not expire. */
    public static final long NEVER = Long.MAX_VALUE;

    public Message {
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("quality of service must be 0 or 1: " + qos);
        }
    }

    /** A message without MQTT 5 properties that does not expire. */
    public static Message of(TopicName topic, byte[] payload, int qos, boolean isRetain) {
        return new Message(topic, payload, qos, isRetain, MessageProperties.NONE, NEVER);
    }

    /** Whether the message is too old to be delivered. */
    public boolean isExpired(long now) {
        return now >= expiresAt;
    }

    /** The same message with or without the retain mark. */
    public Message withRetain(boolean retain) {
        return retain == isRetain ? this : new Message(topic, payload, qos, retain, properties, expiresAt);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Message[" + topic + ", " + payload.length + " bytes, qos " + qos + "]";
    }
}
