// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What every answer of the console tells browsers not to do with it. */
public final class SecurityHeaders {
    /**
     * Own scripts and styles only, none in the page: the component library and the editor of policies place their parts
     * through the object model, which this permits. The editor checks in a worker of its own.
     */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; worker-src 'self'; "
            + "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final Map<String, String> ALWAYS = Map.of(
            "content-security-policy", POLICY,
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin");

    /** A browser would refuse plain HTTP to every other program of that person's machine. */
    private static final Set<String> SHARED_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private SecurityHeaders() {}

    /** The answer with the headers. */
    public static ConsoleAnswer on(ConsoleAnswer answer, ConsoleRequest request) {
        ConsoleAnswer safe = answer;
        for (Map.Entry<String, String> header : ALWAYS.entrySet()) {
            safe = safe.with(header.getKey(), header.getValue());
        }
        return request.isSecure() && !SHARED_NAMES.contains(hostName(request))
                ? safe.with("strict-transport-security", "max-age=31536000")
                : safe;
    }

    private static String hostName(ConsoleRequest request) {
        String host = request.header("host");
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    }
}
