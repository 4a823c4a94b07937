// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns PUBLISH packets and last wills into messages: resolves topic aliases, checks properties, counts expiry from
 * now (iot-core, MQTT feature table). Confined to the connection's loop.
 */
final class PublishTranslation {
    private static final long MAX_EXPIRY_SECONDS = 604_800;
    private static final int MAX_SHORT_TEXT = 256;

    private final BrokerLimits limits;
    private TopicName @Nullable [] aliases;

    PublishTranslation(BrokerLimits limits) {
        this.limits = limits;
    }

    Message message(Packet.Publish packet, long now) {
        if (packet.qos() > 1) {
            throw new PacketRefused(ReasonCode.QOS_NOT_SUPPORTED, "quality of service 2 is not supported");
        }
        PacketProperties properties = packet.properties();
        if (properties == null || properties.isEmpty()) {
            TopicName topic = packet.topic();
            if (topic == null) {
                throw PacketRefused.protocolError("a message without topic");
            }
            return Message.of(topic, packet.payload(), packet.qos(), packet.isRetain());
        }
        TopicName topic = resolve(packet.topic(), properties.numberOrNull(PacketProperties.TOPIC_ALIAS));
        return new Message(
                topic,
                packet.payload(),
                packet.qos(),
                packet.isRetain(),
                forwarded(properties),
                expiresAt(properties, now));
    }

    Message will(Packet.Will will) {
        if (will.qos() > 1) {
            throw new PacketRefused(ReasonCode.QOS_NOT_SUPPORTED, "quality of service 2 is not supported");
        }
        return new Message(
                will.topic(), will.payload(), will.qos(), will.isRetain(), forwarded(will.properties()), Message.NEVER);
    }

    private TopicName resolve(@Nullable TopicName topic, @Nullable Long alias) {
        if (alias == null) {
            if (topic == null) {
                throw PacketRefused.protocolError("a message without topic");
            }
            return topic;
        }
        int most = limits.session().maxTopicAliases();
        if (alias < 1 || alias > most) {
            throw new PacketRefused(ReasonCode.TOPIC_ALIAS_INVALID, "topic aliases go from 1 to " + most);
        }
        if (aliases == null) {
            aliases = new TopicName[most + 1];
        }
        int index = alias.intValue();
        if (topic != null) {
            aliases[index] = topic;
            return topic;
        }
        TopicName known = aliases[index];
        if (known == null) {
            throw new PacketRefused(ReasonCode.TOPIC_ALIAS_INVALID, "the topic alias is not known");
        }
        return known;
    }

    private MessageProperties forwarded(PacketProperties properties) {
        Long format = properties.numberOrNull(PacketProperties.PAYLOAD_FORMAT);
        String contentType = properties.text(PacketProperties.CONTENT_TYPE);
        String responseTopic = properties.text(PacketProperties.RESPONSE_TOPIC);
        String correlation = properties.text(PacketProperties.CORRELATION_DATA);
        int most = limits.packet().maxPropertyBytes();
        int userBytes = 0;
        for (UserProperty property : properties.user()) {
            userBytes += bytes(property.name()) + bytes(property.value());
        }
        boolean isTooLarge = bytes(contentType) > MAX_SHORT_TEXT
                || bytes(responseTopic) > MAX_SHORT_TEXT
                || (correlation != null && correlation.length() / 2 > most)
                || userBytes > most;
        if (isTooLarge) {
            throw new PacketRefused(ReasonCode.PACKET_TOO_LARGE, "the properties are too large");
        }
        if (responseTopic != null && TopicName.parse(responseTopic) == null) {
            throw PacketRefused.protocolError("the response topic is not a topic name");
        }
        var forwarded = new MessageProperties(
                format == null ? null : Integer.valueOf(format.intValue()),
                contentType,
                responseTopic,
                correlation,
                properties.user());
        return forwarded.isEmpty() ? MessageProperties.NONE : forwarded;
    }

    private static long expiresAt(PacketProperties properties, long now) {
        Long seconds = properties.numberOrNull(PacketProperties.MESSAGE_EXPIRY);
        return seconds == null ? Message.NEVER : now + 1_000 * Math.clamp(seconds, 1, MAX_EXPIRY_SECONDS);
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
