// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.session;

import io.fleetward.console.http.ConsoleRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session's token: not for scripts, by TLS only, to nobody but the console. */
final class SessionCookie {
    private static final String NAME = "fleetward_session";
    private static final String ATTRIBUTES = "; Path=/console; HttpOnly; Secure; SameSite=Strict";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SessionCookie() {}

    /** The token that the request carries, or null. */
    static @Nullable String tokenOf(ConsoleRequest request) {
        String cookies = request.header("cookie");
        if (cookies == null) {
            return null;
        }
        for (String cookie : cookies.split(";", -1)) {
            String[] parts = cookie.strip().split("=", 2);
            if (parts.length == 2
                    && parts[0].equals(NAME)
                    && TOKEN.matcher(parts[1]).matches()) {
                return parts[1];
            }
        }
        return null;
    }

    /** The header that gives it to the browser, for as long as that is open. */
    static String of(String token) {
        return NAME + "=" + token + ATTRIBUTES;
    }

    /** The header that takes it away. */
    static String gone() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }
}
