// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker;

/** The outcome of a packet in the numbers of MQTT 5; MQTT 3.1.1 knows a few of them by other numbers or not at all. */
public enum ReasonCode {
    SUCCESS(0x00),
    GRANTED_QOS_1(0x01),
    NO_SUBSCRIPTION_EXISTED(0x11),
    UNSPECIFIED_ERROR(0x80),
    MALFORMED_PACKET(0x81),
    PROTOCOL_ERROR(0x82),
    IMPLEMENTATION_SPECIFIC_ERROR(0x83),
    UNSUPPORTED_PROTOCOL_VERSION(0x84),
    CLIENT_IDENTIFIER_NOT_VALID(0x85),
    NOT_AUTHORIZED(0x87),
    SERVER_UNAVAILABLE(0x88),
    SERVER_SHUTTING_DOWN(0x8B),
    KEEP_ALIVE_TIMEOUT(0x8D),
    SESSION_TAKEN_OVER(0x8E),
    TOPIC_FILTER_INVALID(0x8F),
    TOPIC_NAME_INVALID(0x90),
    PACKET_IDENTIFIER_IN_USE(0x91),
    RECEIVE_MAXIMUM_EXCEEDED(0x93),
    TOPIC_ALIAS_INVALID(0x94),
    PACKET_TOO_LARGE(0x95),
    QUOTA_EXCEEDED(0x97),
    ADMINISTRATIVE_ACTION(0x98),
    QOS_NOT_SUPPORTED(0x9B),
    SUBSCRIPTION_IDENTIFIERS_NOT_SUPPORTED(0xA1);

    private final int code;

    ReasonCode(int code) {
        this.code = code;
    }

    /** The number on the wire, 0 to 255. */
    public int code() {
        return code;
    }

    /** Whether the packet failed. */
    public boolean isFailure() {
        return code >= 0x80;
    }
}
