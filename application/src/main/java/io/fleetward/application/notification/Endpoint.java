// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.error.ApiException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a subscription has its messages posted to. Immutable.
 *
 * <p>Nothing in it can break out of the first lines of an HTTP request: the text is ASCII without blanks or control
 * characters.
 */
public record Endpoint(URI uri) {
    private static final Set<String> PROTOCOLS = Set.of("http", "https");
    private static final int LONGEST = 2048;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]");

    /** Reads an endpoint that a user sent, or refuses it with what is wrong. */
    static Endpoint parse(String protocol, String text) {
        if (!PROTOCOLS.contains(protocol)) {
            throw TopicNames.invalid(
                    "Protocol Reason: the protocol " + protocol + " is not supported, only http and https are");
        }
        URI uri = read(text);
        if (!protocol.equals(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw refused("must begin with " + protocol + "://, as the protocol says");
        }
        if (uri.getHost() == null || !HOST.matcher(uri.getHost()).matches()) {
            throw refused("must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("a user and password in the URL are not supported");
        }
        if (uri.getRawFragment() != null) {
            throw refused("must not have a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw refused("the port must be 1 to " + HIGHEST_PORT);
        }
        return new Endpoint(uri);
    }

    private static URI read(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            throw refused("must be a URL of at most " + LONGEST + " ASCII characters");
        }
        try {
            URI uri = new URI(text);
            if (uri.getScheme() != null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            throw refused("not a URL: " + malformed.getReason());
        }
        throw refused("must be a URL");
    }

    private static ApiException refused(String reason) {
        return TopicNames.invalid("Endpoint Reason: " + reason);
    }

    /** {@code http} or {@code https}. */
    public String protocol() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    public boolean isSecure() {
        return protocol().equals("https");
    }

    /** The host name or address, without the brackets of IPv6. */
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The port to connect to. */
    public int port() {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** What stands in the {@code Host} header. */
    public String authority() {
        return uri.getPort() > 0 ? uri.getHost() + ":" + uri.getPort() : uri.getHost();
    }

    /** What stands in the request line: path and query. */
    public String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** The URL as the user wrote it. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
