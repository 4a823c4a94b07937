// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.events.destination.Authorization.ClientCredentials;
import io.fleetward.application.events.destination.WebClient.Reply;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.notification.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets access tokens for the credentials of clients, and keeps them while they last (RFC 6749, section 4.4). Thread-safe. */
final class AccessTokens {
    private static final int REMEMBERED = 1000;
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration UNSTATED = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** RFC 6750, section 2.1. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

    private static final int OK = 200;

    private final WebClient client;
    private final InstantSource clock;
    private final Map<String, Token> tokens = Collections.synchronizedMap(new LatestUsed());

    private record Token(Credential text, Instant until) {}

    /** The authorization server gave none. */
    static final class NoTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTokenException(String reason) {
            super(reason, null, false, false);
        }
    }

    AccessTokens(WebClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** A token for the connection. */
    Credential get(Connection connection, ClientCredentials credentials) throws NoTokenException {
        Token known = tokens.get(key(connection));
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.text();
        }
        Token fresh = ask(credentials);
        tokens.put(key(connection), fresh);
        return fresh.text();
    }

    /** The connection's token was not taken: the next one is a fresh one. */
    void forget(Connection connection) {
        tokens.remove(key(connection));
    }

    private static String key(Connection connection) {
        return connection.arn() + " " + connection.modifiedAt();
    }

    private Token ask(ClientCredentials credentials) throws NoTokenException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", credentials.clientId());
        form.put("client_secret", credentials.credential().value());
        add(credentials.parameters().body(), form);
        var query = new LinkedHashMap<String, String>();
        add(credentials.parameters().query(), query);
        boolean hasBody = !credentials.method().equals("GET");
        if (!hasBody) {
            query.putAll(form);
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        add(credentials.parameters().headers(), headers);
        if (hasBody) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        Endpoint endpoint = new Endpoint(URI.create(withQuery(credentials.endpoint(), query)));
        String body = hasBody ? encoded(form) : "";
        return read(client.exchange(new Request(credentials.method(), endpoint, headers, body, true)));
    }

    private Token read(Reply reply) throws NoTokenException {
        return switch (reply) {
            case Reply.Forbidden(String reason) -> throw new NoTokenException(reason);
            case Reply.Silent(String reason) -> throw new NoTokenException(reason);
            case Reply.Answered(int status, String body) -> {
                JsonNode answer = status == OK ? json(body) : null;
                String token = answer == null ? "" : answer.path("access_token").asString("");
                if (answer == null || !TOKEN.matcher(token).matches()) {
                    throw new NoTokenException("the authorization server answered " + status + " without a token");
                }
                yield new Token(new Credential(token), clock.instant().plus(lifetime(answer)));
            }
        };
    }

    private static Duration lifetime(JsonNode answer) {
        Duration stated = Duration.ofSeconds(answer.path("expires_in").asLong(UNSTATED.toSeconds()));
        Duration bounded = stated.compareTo(LONGEST) > 0 ? LONGEST : stated;
        return bounded.minus(MARGIN);
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static void add(List<HttpParameter> parameters, Map<String, String> to) {
        parameters.forEach(
                parameter -> to.put(parameter.key(), parameter.value().value()));
    }

    /** The URL with further members of its query. */
    static String withQuery(String url, Map<String, String> query) {
        if (query.isEmpty()) {
            return url;
        }
        return url + (url.indexOf('?') < 0 ? "?" : "&") + encoded(query);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** As a part of a URL, where a blank is {@code %20} and not a plus sign. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static final class LatestUsed extends LinkedHashMap<String, Token> {
        private static final long serialVersionUID = 1L;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Token> eldest) {
            return size() > REMEMBERED;
        }
    }
}
