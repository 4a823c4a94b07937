// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.role;

import java.util.regex.Pattern;

/**
 * The name of a role alias: 1 to 128 letters, digits and {@code _ = , @ -} (iot-core, role aliases).
 *
 * <p>Immutable.
 */
public record RoleAliasName(String value) implements Comparable<RoleAliasName> {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "rolealias";

    private static final Pattern FORM = Pattern.compile("[\\w=,@-]{1,128}");

    public RoleAliasName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the name of a role alias: " + value);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(RoleAliasName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
