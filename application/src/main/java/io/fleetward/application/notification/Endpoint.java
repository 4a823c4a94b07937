// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.error.ApiException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription has its messages posted to. Immutable.
 *
 * <p>Nothing in it can break out of the first lines of an HTTP request: the text is ASCII without blanks or control
 * characters.
 */
public record Endpoint(URI uri) implements Recipient {
    private static final Set<String> PROTOCOLS = Set.of("http", "https");
    private static final int LONGEST = 2048;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+]");

    /** Reads an endpoint that a user sent, or refuses it with what is wrong. */
    static Endpoint parse(String protocol, String text) {
        if (!PROTOCOLS.contains(protocol)) {
            throw TopicNames.invalid("Protocol Reason: the protocol " + protocol
                    + " is not supported, only http, https, email and email-json are");
        }
        Function<String, ApiException> refusal = reason -> TopicNames.invalid("Endpoint Reason: " + reason);
        Endpoint endpoint = parse(text, refusal);
        if (!protocol.equals(endpoint.protocol())) {
            throw refusal.apply("must begin with " + protocol + "://, as the protocol says");
        }
        return endpoint;
    }

    /**
     * Reads an endpoint that a user sent.
     *
     * @param refusal makes the refusal of one for which nothing can be done, from what is wrong with it
     */
    public static Endpoint parse(String text, Function<String, ApiException> refusal) {
        String problem = problem(text);
        if (problem != null) {
            throw refusal.apply(problem);
        }
        return new Endpoint(URI.create(text));
    }

    private static @Nullable String problem(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return "must be a URL of at most " + LONGEST + " ASCII characters";
        }
        try {
            return problem(new URI(text));
        } catch (URISyntaxException malformed) {
            return "not a URL: " + malformed.getReason();
        }
    }

    private static @Nullable String problem(URI uri) {
        if (uri.getScheme() == null) {
            return "must be a URL";
        }
        if (!PROTOCOLS.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            return "must begin with http:// or https://";
        }
        if (uri.getHost() == null || !HOST.matcher(uri.getHost()).matches()) {
            return "must name a host";
        }
        if (uri.getRawUserInfo() != null) {
            return "a user and password in the URL are not supported";
        }
        if (uri.getRawFragment() != null) {
            return "must not have a fragment";
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            return "the port must be 1 to " + HIGHEST_PORT;
        }
        return null;
    }

    /** {@code http} or {@code https}. */
    @Override
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

    @Override
    public String stored() {
        return toString();
    }

    /** The URL as the user wrote it. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
