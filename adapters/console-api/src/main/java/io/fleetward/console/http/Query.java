// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query. */
public final class Query {
    private Query() {}

    /** The first parameter of this name, decoded; null when there is none or it cannot be decoded. */
    public static @Nullable String parameter(ConsoleRequest request, String name) {
        for (String pair : request.query().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(name)) {
                try {
                    return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException malformed) {
                    return null;
                }
            }
        }
        return null;
    }
}
