// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.message;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an MQTT 5 publisher says about its message, forwarded unchanged and in order to MQTT 5 subscribers.
 *
 * <p>Immutable.
 *
 * @param payloadFormat 0 for bytes, 1 for UTF-8 text; null when not given
 * @param correlationData lower-case hexadecimal; null when not given
 */
public record MessageProperties(
        @Nullable Integer payloadFormat,
        @Nullable String contentType,
        @Nullable String responseTopic,
        @Nullable String correlationData,
        List<UserProperty> userProperties) {
    /** No properties at all: what every MQTT 3.1.1 message has. */
    public static final MessageProperties NONE = new MessageProperties(null, null, null, null, List.of());

    public MessageProperties {
        userProperties = List.copyOf(userProperties);
    }

    /** A name and a value; names may repeat. */
    public record UserProperty(String name, String value) {}

    /** Whether there is nothing to forward. */
    public boolean isEmpty() {
        return payloadFormat == null
                && contentType == null
                && responseTopic == null
                && correlationData == null
                && userProperties.isEmpty();
    }

    /** The correlation data as bytes; null when not given. */
    public byte @Nullable [] correlationBytes() {
        return correlationData == null ? null : HexFormat.of().parseHex(correlationData);
    }
}
