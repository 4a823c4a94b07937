// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.variable;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The context keys a device connection can carry (iot-core, context keys). */
public final class ContextKeys {
    public static final String CLIENT_ID = "iot:ClientId";
    public static final String SOURCE_IP = "aws:SourceIp";
    public static final String DOMAIN_NAME = "iot:DomainName";
    public static final String CONNECT_ATTRIBUTES = "iot:ConnectAttributes";
    public static final String LAST_WILL_TOPIC = "iot:LastWillTopic";
    public static final String CERTIFICATE_ID = "iot:CertificateId";
    public static final String CONNECTION_THING_NAME = "iot:Connection.Thing.ThingName";
    public static final String THING_NAME = "iot:Thing.ThingName";
    public static final String THING_TYPE_NAME = "iot:Connection.Thing.ThingTypeName";
    public static final String IS_ATTACHED = "iot:Connection.Thing.IsAttached";
    public static final String SECURE_TRANSPORT = "aws:SecureTransport";
    public static final String CURRENT_TIME = "aws:CurrentTime";
    public static final String EPOCH_TIME = "aws:EpochTime";

    /** Names the certificate attributes that have values. */
    public static final String AVAILABLE_CERTIFICATE_KEYS = "iot:Certificate.AvailableKeys";

    /** The names above as contexts hold them, so that thousands of contexts share them. */
    private static final Map<String, String> NORMALIZED = Stream.of(
                    CLIENT_ID,
                    SOURCE_IP,
                    DOMAIN_NAME,
                    CONNECT_ATTRIBUTES,
                    LAST_WILL_TOPIC,
                    CERTIFICATE_ID,
                    CONNECTION_THING_NAME,
                    THING_NAME,
                    THING_TYPE_NAME,
                    IS_ATTACHED,
                    SECURE_TRANSPORT,
                    CURRENT_TIME,
                    EPOCH_TIME,
                    AVAILABLE_CERTIFICATE_KEYS)
            .collect(Collectors.toUnmodifiableMap(name -> name, ContextKeys::lowerCase));

    private ContextKeys() {}

    /** The name in lower case, but for what stands in brackets: the form in which names compare. */
    static String normalize(String written) {
        String known = NORMALIZED.get(written);
        return known == null ? lowerCase(written) : known;
    }

    private static String lowerCase(String written) {
        int bracket = written.indexOf('[');
        return bracket < 0
                ? written.toLowerCase(Locale.ROOT)
                : written.substring(0, bracket).toLowerCase(Locale.ROOT) + written.substring(bracket);
    }

    /** The key of an attribute of the associated thing. */
    public static String thingAttribute(String attribute) {
        return "iot:Connection.Thing.Attributes[" + attribute + "]";
    }
}
