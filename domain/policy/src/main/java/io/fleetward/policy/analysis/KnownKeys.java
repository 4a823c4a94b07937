// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.ContextKeys;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What is known of context keys without any request: which can be defined at all, and what they can hold. */
final class KnownKeys {
    /** How the names of keys begin that some request defines (iot-core, context keys). */
    private static final List<String> KNOWN = List.of(
            "iot:clientid",
            "iot:connection.thing.",
            "iot:thing.",
            "iot:certificate",
            "iot:domainname",
            "iot:lastwilltopic",
            "credentials-iot:",
            "aws:",
            "cognito-identity.amazonaws.com:");

    private static final String CLIENT_ID = normalized(ContextKeys.CLIENT_ID);
    private static final String IS_ATTACHED = normalized(ContextKeys.IS_ATTACHED);
    private static final String CERTIFICATE_ID = normalized(ContextKeys.CERTIFICATE_ID);
    private static final List<String> TRUTHS = List.of(IS_ATTACHED, normalized(ContextKeys.SECURE_TRANSPORT));
    private static final List<String> SEVERAL = List.of(
            "iot:certificate.",
            normalized(ContextKeys.CONNECT_ATTRIBUTES),
            "cognito-identity.amazonaws.com:amr",
            "aws:tagkeys",
            "aws:principalorgpaths");
    private static final List<String> NAMES = List.of(
            normalized(ContextKeys.CONNECTION_THING_NAME),
            normalized(ContextKeys.THING_NAME),
            normalized(ContextKeys.THING_TYPE_NAME));

    private KnownKeys() {}

    /** Whether some request defines the key; one that no request defines never is substituted. */
    static boolean isKnown(ContextKey key) {
        return KNOWN.stream().anyMatch(key.name()::startsWith);
    }

    static boolean isClientId(ContextKey key) {
        return key.name().equals(CLIENT_ID);
    }

    /** Whether the key says that the client is attached to a thing. */
    static boolean isAttachment(ContextKey key) {
        return key.name().equals(IS_ATTACHED);
    }

    /** Whether the key tells something about the thing that is associated with the connection. */
    static boolean isOfThing(String name) {
        return (name.startsWith("iot:connection.thing.") && !name.equals(IS_ATTACHED)) || name.startsWith("iot:thing.");
    }

    /** Whether a request can carry several values of the key. */
    static boolean hasSeveralValues(ContextKey key) {
        return SEVERAL.stream().anyMatch(key.name()::startsWith);
    }

    /** The only values that the key ever has, or null when there are others. */
    static @Nullable List<String> onlyValues(ContextKey key) {
        return TRUTHS.contains(key.name()) ? List.of("true", "false") : null;
    }

    /** The characters that a value of the key can hold where it is substituted. */
    static IntPredicate characters(ContextKey key) {
        if (NAMES.contains(key.name())) {
            return KnownKeys::isNameCharacter;
        }
        if (key.name().equals(CERTIFICATE_ID)) {
            return character -> Character.digit(character, 16) >= 0 && !Character.isUpperCase(character);
        }
        return key.isCertificateAttribute() ? character -> "*$+?#".indexOf(character) < 0 : _ -> true;
    }

    private static boolean isNameCharacter(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || ":_-".indexOf(character) >= 0);
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
