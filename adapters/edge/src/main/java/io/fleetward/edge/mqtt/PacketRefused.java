// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.ReasonCode;

/** A packet cannot be read; the connection is to be ended with this code. Carries no stack trace. */
final class PacketRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ReasonCode code;

    PacketRefused(ReasonCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static PacketRefused malformed(String message) {
        return new PacketRefused(ReasonCode.MALFORMED_PACKET, message);
    }

    static PacketRefused protocolError(String message) {
        return new PacketRefused(ReasonCode.PROTOCOL_ERROR, message);
    }

    ReasonCode code() {
        return code;
    }

    /** The text for the client; never null. */
    String text() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }
}
