// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes names that may hold any character as parts of a URI's path. */
public final class UriPath {
    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:";

    private UriPath() {}

    /** The name as one segment of a path, percent-encoded where needed. */
    public static String segment(String name) {
        var path = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(unit) >= 0) {
                path.append((char) unit);
            } else {
                path.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
            }
        }
        return path.toString();
    }
}
