// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.notification.MailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that the operator named. Immutable; its text shows no password.
 *
 * @param isImplicitTls whether the connection begins with TLS ({@code smtps://}), else by STARTTLS
 * @param isPlainAllowed whether mail leaves without TLS where the server does not offer it
 * @param from whom mails are from
 */
public record SmtpServer(
        String host,
        int port,
        boolean isImplicitTls,
        boolean isPlainAllowed,
        @Nullable Login login,
        MailAddress from) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int HIGHEST_PORT = 65_535;

    /** A user and the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** A text that names no mail server; the message says why, without the text. */
    public static final class InvalidException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidException(String reason) {
            super(reason);
        }
    }

    /**
     * Reads {@code smtp://USER:PASSWORD@HOST:PORT} or {@code smtps://…}.
     *
     * @param isPlainAllowed whether TLS may be done without on the way to another machine
     * @throws InvalidException when the text is none
     */
    public static SmtpServer parse(String url, MailAddress from, boolean isPlainAllowed) throws InvalidException {
        URI uri = uri(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean isImplicit = scheme.equals("smtps");
        if (!isImplicit && !scheme.equals("smtp")) {
            throw new InvalidException("must begin with smtp:// or smtps://");
        }
        String host = uri.getHost();
        boolean hasMore = !uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/");
        if (host == null || hasMore || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new InvalidException("must be a scheme, a user and password if need be, a host and a port");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new InvalidException("the port must be 1 to " + HIGHEST_PORT);
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int standard = isImplicit ? SUBMISSIONS : SUBMISSION;
        return new SmtpServer(
                bare,
                uri.getPort() < 0 ? standard : uri.getPort(),
                isImplicit,
                isPlainAllowed || LOOPBACK.contains(bare.toLowerCase(Locale.ROOT)),
                login(uri.getRawUserInfo()),
                from);
    }

    private static URI uri(String url) throws InvalidException {
        try {
            URI uri = new URI(url);
            if (uri.isOpaque()) {
                throw new InvalidException("must begin with smtp:// or smtps://");
            }
            return uri;
        } catch (URISyntaxException malformed) {
            throw new InvalidException("not a URL; percent-encode special characters of the password");
        }
    }

    private static @Nullable Login login(@Nullable String userInfo) throws InvalidException {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        if (colon < 1) {
            throw new InvalidException("a user needs a password");
        }
        return new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
