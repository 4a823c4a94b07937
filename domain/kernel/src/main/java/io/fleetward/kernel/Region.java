// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.regex.Pattern;

/** A region name such as {@code us-east-1}. Immutable. */
public record Region(String value) implements Comparable<Region> {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}");

    public Region {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a region name: " + value);
        }
    }

    /** Whether the text has the form of a region name; any well-formed region exists once it is used. */
    public static boolean isValid(String text) {
        return text.length() <= 32 && FORM.matcher(text).matches();
    }

    /** The partition this region belongs to: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        if (value.startsWith("cn-")) {
            return "aws-cn";
        }
        return value.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
