// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.variable;

/**
 * The name of a context key as a policy writes it, and which of the key's values it means.
 *
 * <p>Names compare without regard to case, except for the attribute name in brackets. Certificate attributes may hold
 * several values: the bare key means the first one, {@code .List} all of them, {@code .0}, {@code .1}, … one of them
 * (iot-core, context keys). Immutable.
 *
 * @param written the key as it stands in the policy, for messages
 * @param name the key under which the context holds the values
 * @param selection which of the values are meant: an index, or {@link #ALL}
 */
public record ContextKey(String written, String name, int selection) {
    /** Every value of the key. */
    public static final int ALL = -1;

    private static final String CERTIFICATE = "iot:certificate.";
    private static final String AVAILABLE_KEYS = "iot:certificate.availablekeys";
    private static final String LIST = ".list";

    /** Reads a key as written in a condition or between the braces of a variable. */
    public static ContextKey parse(String written) {
        String name = ContextKeys.normalize(written);
        if (!name.startsWith(CERTIFICATE) || name.equals(AVAILABLE_KEYS)) {
            return new ContextKey(written, name, ALL);
        }
        if (name.endsWith(LIST)) {
            return new ContextKey(written, name.substring(0, name.length() - LIST.length()), ALL);
        }
        int last = name.length() - 1;
        if (name.charAt(last - 1) == '.' && isDigit(name.charAt(last))) {
            return new ContextKey(written, name.substring(0, last - 1), name.charAt(last) - '0');
        }
        return new ContextKey(written, name, 0);
    }

    /** Whether this is an attribute of the client's certificate, whose values are substituted with restrictions. */
    public boolean isCertificateAttribute() {
        return name.startsWith(CERTIFICATE);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
