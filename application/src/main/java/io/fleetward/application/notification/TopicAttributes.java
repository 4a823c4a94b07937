// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user may set on a topic. Immutable.
 *
 * @param displayName empty when none was given
 */
public record TopicAttributes(String displayName, SignatureVersion signatureVersion) {
    public static final TopicAttributes NONE = new TopicAttributes("", SignatureVersion.SHA1);

    private static final String DISPLAY_NAME = "DisplayName";
    private static final String SIGNATURE_VERSION = "SignatureVersion";
    private static final int LONGEST_DISPLAY_NAME = 100;

    /** The attributes with these names, the others as they are by default; refuses what is not supported. */
    static TopicAttributes of(Map<String, String> given) {
        TopicAttributes attributes = NONE;
        for (Map.Entry<String, String> one : given.entrySet()) {
            attributes = attributes.with("Attributes", one.getKey(), one.getValue());
        }
        return attributes;
    }

    /**
     * These attributes with one changed.
     *
     * @param member the member of the request that named the attribute
     * @param value null sets it back
     */
    TopicAttributes with(String member, String name, @Nullable String value) {
        return switch (name) {
            case DISPLAY_NAME -> new TopicAttributes(displayName(member, value == null ? "" : value), signatureVersion);
            case SIGNATURE_VERSION -> new TopicAttributes(displayName, version(member, value));
            default ->
                throw TopicNames.invalid(member + " Reason: the attribute " + name + " is not supported, only "
                        + DISPLAY_NAME + " and " + SIGNATURE_VERSION + " are");
        };
    }

    private static String displayName(String member, String text) {
        if (text.length() > LONGEST_DISPLAY_NAME) {
            throw TopicNames.invalid(
                    member + " Reason: DisplayName must be at most " + LONGEST_DISPLAY_NAME + " characters long");
        }
        return text;
    }

    private static SignatureVersion version(String member, @Nullable String text) {
        SignatureVersion version = text == null ? NONE.signatureVersion() : SignatureVersion.ofWireName(text);
        if (version == null) {
            throw TopicNames.invalid(member + " Reason: SignatureVersion must be 1 or 2");
        }
        return version;
    }
}
