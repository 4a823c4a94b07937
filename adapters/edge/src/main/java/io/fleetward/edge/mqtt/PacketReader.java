// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.broker.subscription.SubscriptionRequest.RetainHandling;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one packet into a {@link Packet} (MQTT 3.1.1 and MQTT 5, section 3).
 *
 * <p>Confined to its channel. Never reads beyond the packet, never throws anything but {@link PacketRefused}. Devices
 * publish on the same topic over and over, so the last topic is recognised by its bytes.
 */
final class PacketReader {
    private static final int CONNECT = 1;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int SUBSCRIBE = 8;
    private static final int UNSUBSCRIBE = 10;
    private static final int PINGREQ = 12;
    private static final int DISCONNECT = 14;

    private static final int RESERVED_FLAGS_OF_SUBSCRIBE = 2;
    private static final int MAX_QOS = 2;

    private MqttVersion version = MqttVersion.MQTT_3_1_1;
    private ByteBuf lastTopicBytes = Unpooled.EMPTY_BUFFER;
    private @Nullable TopicName lastTopic;

    /** The protocol of the connection, known once its CONNECT was read. */
    MqttVersion version() {
        return version;
    }

    /**
     * Reads one packet.
     *
     * @param head the first byte of the fixed header
     * @param body exactly what follows the remaining length
     */
    Packet read(int head, ByteBuf body) {
        Packet packet = readBody(head, body);
        if (body.isReadable()) {
            throw PacketRefused.malformed("the packet is too long for what it holds");
        }
        return packet;
    }

    private Packet readBody(int head, ByteBuf body) {
        int type = head >> 4;
        int flags = head & 0x0F;
        if (type == PUBLISH) {
            return readPublish(flags, body);
        }
        int expected = type == SUBSCRIBE || type == UNSUBSCRIBE ? RESERVED_FLAGS_OF_SUBSCRIBE : 0;
        if (type != 6 && flags != expected) {
            throw PacketRefused.malformed("reserved bits of the fixed header are set");
        }
        return switch (type) {
            case CONNECT -> readConnect(body);
            case PUBACK -> readPubAck(body);
            case SUBSCRIBE -> readSubscribe(body);
            case UNSUBSCRIBE -> readUnsubscribe(body);
            case PINGREQ -> new Packet.PingReq();
            case DISCONNECT -> readDisconnect(body);
            default -> throw PacketRefused.protocolError("packets of type " + type + " are not taken");
        };
    }

    private Packet readConnect(ByteBuf body) {
        version = readVersion(body);
        int flags = WireTypes.readByte(body);
        if ((flags & 1) != 0) {
            throw PacketRefused.malformed("the reserved flag of CONNECT is set");
        }
        int keepAlive = WireTypes.readShort(body);
        PacketProperties properties = readProperties(body, PropertyReader.CONNECT);
        String clientId = WireTypes.readText(body);
        Packet.Will will = readWill(flags, body);
        boolean hasUserName = (flags & 0x80) != 0;
        boolean hasPassword = (flags & 0x40) != 0;
        if (hasPassword && !hasUserName && version != MqttVersion.MQTT_5) {
            throw PacketRefused.malformed("a password without a user name");
        }
        if (hasUserName) {
            WireTypes.readText(body);
        }
        if (hasPassword) {
            WireTypes.readBinary(body);
        }
        return new Packet.Connect(version, clientId, (flags & 2) != 0, keepAlive, properties, will);
    }

    private static MqttVersion readVersion(ByteBuf body) {
        String name = WireTypes.readText(body);
        int level = WireTypes.readByte(body);
        return switch (name + level) {
            case "MQIsdp3" -> MqttVersion.MQTT_3_1;
            case "MQTT4" -> MqttVersion.MQTT_3_1_1;
            case "MQTT5" -> MqttVersion.MQTT_5;
            default ->
                throw new PacketRefused(
                        name.equals("MQTT") ? ReasonCode.UNSUPPORTED_PROTOCOL_VERSION : ReasonCode.MALFORMED_PACKET,
                        "the protocol is not supported");
        };
    }

    private Packet.@Nullable Will readWill(int flags, ByteBuf body) {
        int qos = (flags >> 3) & 3;
        boolean isRetain = (flags & 0x20) != 0;
        if ((flags & 4) == 0) {
            if (qos != 0 || isRetain) {
                throw PacketRefused.malformed("flags of a last will without one");
            }
            return null;
        }
        if (qos > MAX_QOS) {
            throw PacketRefused.malformed("quality of service 3");
        }
        PacketProperties properties = readProperties(body, PropertyReader.WILL);
        TopicName topic = TopicName.parse(WireTypes.readText(body));
        byte[] payload = WireTypes.readBinary(body);
        if (topic == null) {
            throw new PacketRefused(ReasonCode.TOPIC_NAME_INVALID, "the topic of the last will is not valid");
        }
        return new Packet.Will(topic, payload, qos, isRetain, properties);
    }

    private Packet readPublish(int flags, ByteBuf body) {
        int qos = (flags >> 1) & 3;
        boolean isDuplicate = (flags & 8) != 0;
        if (qos > MAX_QOS || (qos == 0 && isDuplicate)) {
            throw PacketRefused.malformed("the flags of PUBLISH contradict each other");
        }
        TopicName topic = readTopic(body);
        int packetId = qos == 0 ? 0 : readPacketId(body);
        PacketProperties properties =
                version == MqttVersion.MQTT_5 ? PropertyReader.read(body, PropertyReader.PUBLISH) : null;
        byte[] payload = new byte[body.readableBytes()];
        body.readBytes(payload);
        return new Packet.Publish(topic, qos, (flags & 1) != 0, packetId, properties, payload);
    }

    /** Reads the topic of a PUBLISH; null when it is empty, as it may be with an alias. */
    private @Nullable TopicName readTopic(ByteBuf body) {
        int length = WireTypes.readShort(body);
        WireTypes.require(body, length);
        if (length == 0) {
            return null;
        }
        boolean isLast = length == lastTopicBytes.readableBytes()
                && ByteBufUtil.equals(body, body.readerIndex(), lastTopicBytes, 0, length);
        if (isLast && lastTopic != null) {
            body.skipBytes(length);
            return lastTopic;
        }
        byte[] bytes = new byte[length];
        body.readBytes(bytes);
        TopicName topic = TopicName.parse(WireTypes.decodeText(bytes));
        if (topic == null) {
            throw new PacketRefused(ReasonCode.TOPIC_NAME_INVALID, "the topic name is not valid");
        }
        lastTopicBytes = Unpooled.wrappedBuffer(bytes);
        lastTopic = topic;
        return topic;
    }

    private Packet readPubAck(ByteBuf body) {
        int packetId = readPacketId(body);
        if (body.isReadable() && version == MqttVersion.MQTT_5) {
            WireTypes.readByte(body);
            if (body.isReadable()) {
                PropertyReader.read(body, PropertyReader.ACKNOWLEDGEMENT);
            }
        }
        return new Packet.PubAck(packetId);
    }

    private Packet readSubscribe(ByteBuf body) {
        int packetId = readPacketId(body);
        PacketProperties properties = readProperties(body, PropertyReader.SUBSCRIBE);
        if (properties.has(PacketProperties.SUBSCRIPTION_IDENTIFIER)) {
            throw new PacketRefused(
                    ReasonCode.SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED, "subscription identifiers are not supported");
        }
        List<SubscriptionRequest> requests = new ArrayList<>();
        do {
            requests.add(readRequest(body));
        } while (body.isReadable());
        return new Packet.Subscribe(packetId, requests);
    }

    private SubscriptionRequest readRequest(ByteBuf body) {
        String filter = WireTypes.readText(body);
        int options = WireTypes.readByte(body);
        int qos = options & 3;
        boolean hasUnknown = version == MqttVersion.MQTT_5 ? (options & 0xC0) != 0 : (options & 0xFC) != 0;
        if (hasUnknown || qos > MAX_QOS) {
            throw PacketRefused.malformed("the options of a subscription are not valid");
        }
        boolean noLocal = (options & 4) != 0;
        TopicFilter parsed = TopicFilter.parse(filter);
        if (noLocal && parsed != null && parsed.isShared()) {
            throw PacketRefused.protocolError("a shared subscription cannot leave out own messages");
        }
        return new SubscriptionRequest(
                filter, parsed, qos, noLocal, (options & 8) != 0, retainHandling((options >> 4) & 3));
    }

    private static RetainHandling retainHandling(int bits) {
        return switch (bits) {
            case 0 -> RetainHandling.ALWAYS;
            case 1 -> RetainHandling.IF_NEW;
            case 2 -> RetainHandling.NEVER;
            default -> throw PacketRefused.malformed("the options of a subscription are not valid");
        };
    }

    private Packet readUnsubscribe(ByteBuf body) {
        int packetId = readPacketId(body);
        readProperties(body, PropertyReader.UNSUBSCRIBE);
        List<TopicFilter> filters = new ArrayList<>();
        do {
            TopicFilter filter = TopicFilter.parse(WireTypes.readText(body));
            if (filter == null) {
                throw new PacketRefused(ReasonCode.TOPIC_FILTER_INVALID, "the topic filter is not valid");
            }
            filters.add(filter);
        } while (body.isReadable());
        return new Packet.Unsubscribe(packetId, filters);
    }

    private Packet readDisconnect(ByteBuf body) {
        if (version != MqttVersion.MQTT_5 || !body.isReadable()) {
            return new Packet.Disconnect(0, null);
        }
        int reason = WireTypes.readByte(body);
        PacketProperties properties =
                body.isReadable() ? PropertyReader.read(body, PropertyReader.DISCONNECT) : PacketProperties.NONE;
        return new Packet.Disconnect(reason, properties.numberOrNull(PacketProperties.SESSION_EXPIRY));
    }

    private PacketProperties readProperties(ByteBuf body, Set<Integer> allowed) {
        return version == MqttVersion.MQTT_5 ? PropertyReader.read(body, allowed) : PacketProperties.NONE;
    }

    private static int readPacketId(ByteBuf body) {
        int packetId = WireTypes.readShort(body);
        if (packetId == 0) {
            throw PacketRefused.protocolError("packet id 0");
        }
        return packetId;
    }
}
