// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.destination.Authorization;
import io.fleetward.application.events.destination.Connection;
import io.fleetward.application.events.destination.ConnectionAdministration.Wanted;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.events.destination.HttpParameter;
import io.fleetward.application.events.destination.HttpParameterSet;
import io.fleetward.aws.model.events.ConnectionApiKeyAuthResponseParameters;
import io.fleetward.aws.model.events.ConnectionAuthResponseParameters;
import io.fleetward.aws.model.events.ConnectionBasicAuthResponseParameters;
import io.fleetward.aws.model.events.ConnectionBodyParameter;
import io.fleetward.aws.model.events.ConnectionHeaderParameter;
import io.fleetward.aws.model.events.ConnectionHttpParameters;
import io.fleetward.aws.model.events.ConnectionOAuthClientResponseParameters;
import io.fleetward.aws.model.events.ConnectionOAuthResponseParameters;
import io.fleetward.aws.model.events.ConnectionQueryStringParameter;
import io.fleetward.aws.model.events.CreateConnectionAuthRequestParameters;
import io.fleetward.aws.model.events.UpdateConnectionAuthRequestParameters;
import io.fleetward.aws.model.events.UpdateConnectionRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connections in the forms of the model; nothing secret goes out (hub, event bus API). */
final class ConnectionForms {
    private ConnectionForms() {}

    static Authorization create(String type, CreateConnectionAuthRequestParameters given) {
        return switch (type) {
            case "BASIC" -> {
                var basic = required(given.basicAuthParameters(), "BasicAuthParameters", type);
                yield new Authorization.Basic(basic.username(), new Credential(basic.password()));
            }
            case "API_KEY" -> {
                var key = required(given.apiKeyAuthParameters(), "ApiKeyAuthParameters", type);
                yield new Authorization.ApiKey(key.apiKeyName(), new Credential(key.apiKeyValue()));
            }
            default -> {
                var client = required(given.oAuthParameters(), "OAuthParameters", type);
                yield new Authorization.ClientCredentials(
                        client.clientParameters().clientID(),
                        new Credential(client.clientParameters().clientSecret()),
                        client.authorizationEndpoint(),
                        client.httpMethod(),
                        parameters(client.oAuthHttpParameters()));
            }
        };
    }

    /** What the connection becomes by the request: what is not given stays. */
    static Wanted update(UpdateConnectionRequest request, Connection current) {
        var given = request.authParameters();
        Authorization authorization = current.authorization();
        HttpParameterSet parameters = current.parameters();
        if (given != null) {
            String type = Objects.requireNonNullElse(request.authorizationType(), authorization.type());
            authorization = update(type, given, authorization);
            parameters = given.invocationHttpParameters() == null
                    ? parameters
                    : parameters(given.invocationHttpParameters());
        }
        boolean isOther = request.authorizationType() != null
                && !request.authorizationType().equals(authorization.type());
        if (isOther) {
            throw EventRefusals.invalid(
                    "AuthParameters must fit AuthorizationType " + request.authorizationType() + ".");
        }
        return new Wanted(request.description(), authorization, parameters);
    }

    private static Authorization update(
            String type, UpdateConnectionAuthRequestParameters given, Authorization current) {
        return switch (type) {
            case "BASIC" -> basic(given, current);
            case "API_KEY" -> apiKey(given, current);
            default -> client(given, current);
        };
    }

    private static Authorization basic(UpdateConnectionAuthRequestParameters given, Authorization current) {
        var before = current instanceof Authorization.Basic basic ? basic : null;
        var now = given.basicAuthParameters();
        if (now == null && before != null) {
            return before;
        }
        var basic = required(now, "BasicAuthParameters", "BASIC");
        return new Authorization.Basic(
                either(basic.username(), before == null ? null : before.username(), "Username"),
                credential(basic.password(), before, "Password"));
    }

    private static Authorization apiKey(UpdateConnectionAuthRequestParameters given, Authorization current) {
        var before = current instanceof Authorization.ApiKey key ? key : null;
        var now = given.apiKeyAuthParameters();
        if (now == null && before != null) {
            return before;
        }
        var key = required(now, "ApiKeyAuthParameters", "API_KEY");
        return new Authorization.ApiKey(
                either(key.apiKeyName(), before == null ? null : before.name(), "ApiKeyName"),
                credential(key.apiKeyValue(), before, "ApiKeyValue"));
    }

    private static Authorization client(UpdateConnectionAuthRequestParameters given, Authorization current) {
        var before = current instanceof Authorization.ClientCredentials client ? client : null;
        var now = given.oAuthParameters();
        if (now == null && before != null) {
            return before;
        }
        var oauth = required(now, "OAuthParameters", "OAUTH_CLIENT_CREDENTIALS");
        var client = oauth.clientParameters();
        return new Authorization.ClientCredentials(
                either(
                        client == null ? null : client.clientID(),
                        before == null ? null : before.clientId(),
                        "ClientID"),
                credential(client == null ? null : client.clientSecret(), before, "ClientSecret"),
                either(
                        oauth.authorizationEndpoint(),
                        before == null ? null : before.endpoint(),
                        "AuthorizationEndpoint"),
                either(oauth.httpMethod(), before == null ? null : before.method(), "HttpMethod"),
                oauth.oAuthHttpParameters() == null && before != null
                        ? before.parameters()
                        : parameters(oauth.oAuthHttpParameters()));
    }

    private static Credential credential(@Nullable String given, @Nullable Authorization before, String member) {
        return new Credential(
                either(given, before == null ? null : before.credential().value(), member));
    }

    private static String either(@Nullable String given, @Nullable String before, String member) {
        String value = given == null ? before : given;
        if (value == null) {
            throw EventRefusals.invalid("Parameter " + member + " is required.");
        }
        return value;
    }

    private static <T> T required(@Nullable T given, String member, String type) {
        if (given == null) {
            throw EventRefusals.invalid("Parameter " + member + " is required for AuthorizationType " + type + ".");
        }
        return given;
    }

    static HttpParameterSet parameters(@Nullable ConnectionHttpParameters given) {
        if (given == null) {
            return HttpParameterSet.NONE;
        }
        return new HttpParameterSet(
                Objects.requireNonNullElse(given.headerParameters(), List.<ConnectionHeaderParameter>of()).stream()
                        .map(each -> parameter(each.key(), each.value(), each.isValueSecret()))
                        .toList(),
                Objects.requireNonNullElse(given.queryStringParameters(), List.<ConnectionQueryStringParameter>of())
                        .stream()
                        .map(each -> parameter(each.key(), each.value(), each.isValueSecret()))
                        .toList(),
                Objects.requireNonNullElse(given.bodyParameters(), List.<ConnectionBodyParameter>of()).stream()
                        .map(each -> parameter(each.key(), each.value(), each.isValueSecret()))
                        .toList());
    }

    private static HttpParameter parameter(@Nullable String key, @Nullable String value, @Nullable Boolean isSecret) {
        if (key == null || key.isEmpty()) {
            throw EventRefusals.invalid("Parameter Key is required.");
        }
        return new HttpParameter(
                key, new Credential(Objects.requireNonNullElse(value, "")), Boolean.TRUE.equals(isSecret));
    }

    static ConnectionAuthResponseParameters answer(Connection connection) {
        var answer = ConnectionAuthResponseParameters.builder();
        switch (connection.authorization()) {
            case Authorization.Basic basic ->
                answer.basicAuthParameters(ConnectionBasicAuthResponseParameters.builder()
                        .username(basic.username())
                        .build());
            case Authorization.ApiKey key ->
                answer.apiKeyAuthParameters(ConnectionApiKeyAuthResponseParameters.builder()
                        .apiKeyName(key.name())
                        .build());
            case Authorization.ClientCredentials client ->
                answer.oAuthParameters(ConnectionOAuthResponseParameters.builder()
                        .clientParameters(ConnectionOAuthClientResponseParameters.builder()
                                .clientID(client.clientId())
                                .build())
                        .authorizationEndpoint(client.endpoint())
                        .httpMethod(client.method())
                        .oAuthHttpParameters(answer(client.parameters()))
                        .build());
        }
        return answer.invocationHttpParameters(answer(connection.parameters())).build();
    }

    private static @Nullable ConnectionHttpParameters answer(HttpParameterSet parameters) {
        if (parameters.equals(HttpParameterSet.NONE)) {
            return null;
        }
        return ConnectionHttpParameters.builder()
                .headerParameters(parameters.headers().stream()
                        .map(each -> ConnectionHeaderParameter.builder()
                                .key(each.key())
                                .value(shown(each))
                                .isValueSecret(each.isSecret())
                                .build())
                        .toList())
                .queryStringParameters(parameters.query().stream()
                        .map(each -> ConnectionQueryStringParameter.builder()
                                .key(each.key())
                                .value(shown(each))
                                .isValueSecret(each.isSecret())
                                .build())
                        .toList())
                .bodyParameters(parameters.body().stream()
                        .map(each -> ConnectionBodyParameter.builder()
                                .key(each.key())
                                .value(shown(each))
                                .isValueSecret(each.isSecret())
                                .build())
                        .toList())
                .build();
    }

    private static @Nullable String shown(HttpParameter parameter) {
        return parameter.isSecret() ? null : parameter.value().value();
    }
}
