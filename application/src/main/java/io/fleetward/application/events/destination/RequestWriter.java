// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.notification.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests of letters. Immutable.
 *
 * @param token the access token, for connections that need one
 */
record RequestWriter(
        ApiDestination destination,
        Connection connection,
        @Nullable Credential token,
        Instant now) {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,512}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]{0,8192}");

    /** Written by the client itself, or by nobody (RFC 9110, section 7.6.1). */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "connection",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "x-fleetward-time",
            "x-fleetward-signature");

    /** The request, or null when the parts do not make a URL. */
    @Nullable
    Request write(Letter letter) {
        HttpParameters parameters = letter.target().http();
        var query = new LinkedHashMap<>(parameters.query());
        connection
                .parameters()
                .query()
                .forEach(parameter ->
                        query.put(parameter.key(), parameter.value().value()));
        Endpoint endpoint = endpoint(AccessTokens.withQuery(filled(parameters.path()), query));
        if (endpoint == null) {
            return null;
        }
        String body = body(letter.text());
        return new Request(destination.method(), endpoint, headers(parameters, body), body, false);
    }

    private static @Nullable Endpoint endpoint(String url) {
        try {
            return Endpoint.parse(url, EventRefusals::invalid);
        } catch (ApiException invalid) {
            return null;
        }
    }

    /** The URL with values for its asterisks. */
    private String filled(List<String> values) {
        Iterator<String> next = values.iterator();
        var url = new StringBuilder();
        destination.endpoint().chars().forEach(character -> {
            if (character == '*' && next.hasNext()) {
                url.append(AccessTokens.encoded(next.next()));
            } else {
                url.append((char) character);
            }
        });
        return url.toString();
    }

    /** The letter's text, with what the connection adds when it is a JSON object. */
    private String body(String text) {
        List<HttpParameter> added = connection.parameters().body();
        if (added.isEmpty()) {
            return text;
        }
        try {
            if (JsonMapper.shared().readTree(text) instanceof ObjectNode object) {
                added.forEach(parameter ->
                        object.put(parameter.key(), parameter.value().value()));
                return object.toString();
            }
        } catch (JacksonException plainText) {
            return text;
        }
        return text;
    }

    private LinkedHashMap<String, String> headers(HttpParameters parameters, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("User-Agent", "Fleetward/EventBus");
        parameters.headers().forEach((name, value) -> set(headers, name, value));
        connection
                .parameters()
                .headers()
                .forEach(parameter ->
                        set(headers, parameter.key(), parameter.value().value()));
        switch (connection.authorization()) {
            case Authorization.Basic(String username, Credential password) ->
                set(headers, "Authorization", "Basic " + base64(username + ":" + password.value()));
            case Authorization.ApiKey(String name, Credential value) -> set(headers, name, value.value());
            case Authorization.ClientCredentials client -> {
                if (token != null) {
                    set(headers, "Authorization", "Bearer " + token.value());
                }
            }
        }
        headers.putAll(RequestSignature.headers(connection.authorization().credential(), now, body));
        return headers;
    }

    /** Sets a header, unless it cannot be one or is not for users to set; one of the same name goes. */
    private static void set(Map<String, String> headers, String name, String value) {
        if (isHeader(name, value)) {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        }
    }

    /** Whether this can be a header of a request and is for users to set. */
    static boolean isHeader(String name, String value) {
        return HEADER_NAME.matcher(name).matches()
                && HEADER_VALUE.matcher(value).matches()
                && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
