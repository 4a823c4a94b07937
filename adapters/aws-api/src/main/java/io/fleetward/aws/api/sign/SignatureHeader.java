// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import org.jspecify.annotations.Nullable;

/** Reads the fields of an {@code Authorization} header. */
final class SignatureHeader {
    /** The one algorithm we verify. */
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private SignatureHeader() {}

    /** The value of {@code name=value} among the comma-separated fields, or null. */
    static @Nullable String field(String header, String name) {
        int start = header.indexOf(' ');
        while (start >= 0 && start < header.length()) {
            int comma = header.indexOf(',', start);
            int end = comma < 0 ? header.length() : comma;
            String field = header.substring(start, end).strip();
            if (field.startsWith(name) && field.length() > name.length() && field.charAt(name.length()) == '=') {
                return field.substring(name.length() + 1);
            }
            start = end + 1;
        }
        return null;
    }
}
