// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.destination.Authorization;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.events.destination.HttpParameter;
import io.fleetward.application.events.destination.HttpParameterSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What of a connection is kept encrypted, as JSON text. */
final class ConnectionText {
    private ConnectionText() {}

    static String write(Authorization authorization, HttpParameterSet parameters) {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.put("type", authorization.type());
        text.put("credential", authorization.credential().value());
        switch (authorization) {
            case Authorization.Basic basic -> text.put("name", basic.username());
            case Authorization.ApiKey key -> text.put("name", key.name());
            case Authorization.ClientCredentials client -> {
                text.put("name", client.clientId());
                text.put("endpoint", client.endpoint());
                text.put("method", client.method());
                write(client.parameters(), text.putObject("tokenParameters"));
            }
        }
        write(parameters, text.putObject("parameters"));
        return text.toString();
    }

    private static void write(HttpParameterSet parameters, ObjectNode to) {
        write(parameters.headers(), to.putArray("headers"));
        write(parameters.query(), to.putArray("query"));
        write(parameters.body(), to.putArray("body"));
    }

    private static void write(List<HttpParameter> parameters, ArrayNode to) {
        parameters.forEach(parameter -> to.addObject()
                .put("key", parameter.key())
                .put("value", parameter.value().value())
                .put("isSecret", parameter.isSecret()));
    }

    static Authorization authorization(String text) {
        JsonNode node = JsonMapper.shared().readTree(text);
        String name = node.path("name").stringValue();
        var credential = new Credential(node.path("credential").stringValue());
        return switch (node.path("type").stringValue()) {
            case "BASIC" -> new Authorization.Basic(name, credential);
            case "API_KEY" -> new Authorization.ApiKey(name, credential);
            case "OAUTH_CLIENT_CREDENTIALS" ->
                new Authorization.ClientCredentials(
                        name,
                        credential,
                        node.path("endpoint").stringValue(),
                        node.path("method").stringValue(),
                        set(node.path("tokenParameters")));
            default -> throw new IllegalStateException("no such authorization: " + node.path("type"));
        };
    }

    static HttpParameterSet parameters(String text) {
        return set(JsonMapper.shared().readTree(text).path("parameters"));
    }

    private static HttpParameterSet set(JsonNode node) {
        return new HttpParameterSet(list(node.path("headers")), list(node.path("query")), list(node.path("body")));
    }

    private static List<HttpParameter> list(JsonNode node) {
        return node.valueStream()
                .map(each -> new HttpParameter(
                        each.path("key").stringValue(),
                        new Credential(each.path("value").stringValue()),
                        each.path("isSecret").booleanValue()))
                .toList();
    }
}
