// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import static io.fleetward.edge.mqtt.PacketProperties.AUTHENTICATION_DATA;
import static io.fleetward.edge.mqtt.PacketProperties.AUTHENTICATION_METHOD;
import static io.fleetward.edge.mqtt.PacketProperties.CONTENT_TYPE;
import static io.fleetward.edge.mqtt.PacketProperties.CORRELATION_DATA;
import static io.fleetward.edge.mqtt.PacketProperties.MAXIMUM_PACKET_SIZE;
import static io.fleetward.edge.mqtt.PacketProperties.MESSAGE_EXPIRY;
import static io.fleetward.edge.mqtt.PacketProperties.PAYLOAD_FORMAT;
import static io.fleetward.edge.mqtt.PacketProperties.REASON_STRING;
import static io.fleetward.edge.mqtt.PacketProperties.RECEIVE_MAXIMUM;
import static io.fleetward.edge.mqtt.PacketProperties.REQUEST_PROBLEM_INFORMATION;
import static io.fleetward.edge.mqtt.PacketProperties.REQUEST_RESPONSE_INFORMATION;
import static io.fleetward.edge.mqtt.PacketProperties.RESPONSE_TOPIC;
import static io.fleetward.edge.mqtt.PacketProperties.SESSION_EXPIRY;
import static io.fleetward.edge.mqtt.PacketProperties.SUBSCRIPTION_IDENTIFIER;
import static io.fleetward.edge.mqtt.PacketProperties.TOPIC_ALIAS;
import static io.fleetward.edge.mqtt.PacketProperties.TOPIC_ALIAS_MAXIMUM;
import static io.fleetward.edge.mqtt.PacketProperties.USER_PROPERTY;
import static io.fleetward.edge.mqtt.PacketProperties.WILL_DELAY;

import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the MQTT 5 properties of a packet; each kind of packet allows its own (MQTT 5, section 2.2.2). */
final class PropertyReader {
    static final Set<Integer> CONNECT = Set.of(
            SESSION_EXPIRY,
            RECEIVE_MAXIMUM,
            MAXIMUM_PACKET_SIZE,
            TOPIC_ALIAS_MAXIMUM,
            REQUEST_RESPONSE_INFORMATION,
            REQUEST_PROBLEM_INFORMATION,
            AUTHENTICATION_METHOD,
            AUTHENTICATION_DATA,
            USER_PROPERTY);
    static final Set<Integer> WILL = Set.of(
            WILL_DELAY, PAYLOAD_FORMAT, MESSAGE_EXPIRY, CONTENT_TYPE, RESPONSE_TOPIC, CORRELATION_DATA, USER_PROPERTY);
    static final Set<Integer> PUBLISH = Set.of(
            PAYLOAD_FORMAT, MESSAGE_EXPIRY, CONTENT_TYPE, RESPONSE_TOPIC, CORRELATION_DATA, TOPIC_ALIAS, USER_PROPERTY);
    static final Set<Integer> ACKNOWLEDGEMENT = Set.of(REASON_STRING, USER_PROPERTY);
    static final Set<Integer> SUBSCRIBE = Set.of(SUBSCRIPTION_IDENTIFIER, USER_PROPERTY);
    static final Set<Integer> UNSUBSCRIBE = Set.of(USER_PROPERTY);
    static final Set<Integer> DISCONNECT = Set.of(SESSION_EXPIRY, REASON_STRING, USER_PROPERTY);

    private final ByteBuf in;
    private final Set<Integer> allowed;
    private final Map<Integer, Object> values = new HashMap<>();
    private final List<UserProperty> user = new ArrayList<>();

    private PropertyReader(ByteBuf in, Set<Integer> allowed) {
        this.in = in;
        this.allowed = allowed;
    }

    /** Reads the length and that many bytes of properties. */
    static PacketProperties read(ByteBuf in, Set<Integer> allowed) {
        int length = WireTypes.readVariableInt(in);
        if (length == 0) {
            return PacketProperties.NONE;
        }
        WireTypes.require(in, length);
        var reader = new PropertyReader(in.readSlice(length), allowed);
        while (reader.in.isReadable()) {
            reader.readOne();
        }
        return new PacketProperties(Map.copyOf(reader.values), List.copyOf(reader.user));
    }

    private void readOne() {
        int id = WireTypes.readVariableInt(in);
        if (!allowed.contains(id)) {
            throw PacketRefused.protocolError("property " + id + " does not belong here");
        }
        if (id == USER_PROPERTY) {
            user.add(new UserProperty(WireTypes.readText(in), WireTypes.readText(in)));
        } else if (values.put(id, readValue(id)) != null) {
            throw PacketRefused.protocolError("property " + id + " comes twice");
        }
    }

    private Object readValue(int id) {
        return switch (id) {
            case PAYLOAD_FORMAT, REQUEST_PROBLEM_INFORMATION, REQUEST_RESPONSE_INFORMATION -> zeroOrOne(id);
            case RECEIVE_MAXIMUM -> positive(id, WireTypes.readShort(in));
            case TOPIC_ALIAS, TOPIC_ALIAS_MAXIMUM -> (long) WireTypes.readShort(in);
            case MAXIMUM_PACKET_SIZE -> positive(id, WireTypes.readInt(in));
            case SESSION_EXPIRY, MESSAGE_EXPIRY, WILL_DELAY -> WireTypes.readInt(in);
            case SUBSCRIPTION_IDENTIFIER -> positive(id, WireTypes.readVariableInt(in));
            case CORRELATION_DATA, AUTHENTICATION_DATA -> WireTypes.readBinaryAsHex(in);
            default -> WireTypes.readText(in);
        };
    }

    private long zeroOrOne(int id) {
        long value = WireTypes.readByte(in);
        if (value > 1) {
            throw PacketRefused.protocolError("property " + id + " must be 0 or 1");
        }
        return value;
    }

    private static long positive(int id, long value) {
        if (value == 0) {
            throw PacketRefused.protocolError("property " + id + " must not be 0");
        }
        return value;
    }
}
