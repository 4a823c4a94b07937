// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.PercentCoding;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the HTTP request a client would send for an operation; confined to one call. */
public final class ModelledRequest {
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> query = new ArrayList<>();
    private final ObjectNode bodyMembers = JsonMapper.shared().createObjectNode();
    private String path;
    private byte[] body = new byte[0];

    private ModelledRequest(String path) {
        this.path = path;
    }

    /** The request of the operation with these members. */
    public static ApiRequest of(ServiceModel model, Operation operation, ObjectNode members) {
        return switch (operation.service().protocol()) {
            case REST_JSON -> new ModelledRequest(operation.uri()).rest(operation, members);
            case AWS_JSON ->
                ApiRequest.of("POST", "/")
                        .headers(Headers.of(Map.of(
                                        "x-amz-target",
                                        model.targetPrefix() + "." + operation.name(),
                                        "content-type",
                                        "application/x-amz-json-1.1")
                                .entrySet()))
                        .body(JsonMapper.shared().writeValueAsBytes(members))
                        .build();
            case QUERY -> form(model, operation, members);
        };
    }

    private ApiRequest rest(Operation operation, ObjectNode members) {
        headers.put("host", operation.service().id().replace("iot-data", "data-ats") + ".us-east-1.example.com");
        if (operation.input() != null && operation.input().get() instanceof Shape.Structure shape) {
            for (var entry : members.properties()) {
                Member member = shape.members().get(entry.getKey());
                if (member == null) {
                    bodyMembers.set(entry.getKey(), entry.getValue());
                } else {
                    place(member, entry.getValue(), shape);
                }
            }
        }
        byte[] sent = bodyMembers.isEmpty() ? body : JsonMapper.shared().writeValueAsBytes(bodyMembers);
        return ApiRequest.of(operation.method(), query.isEmpty() ? path : path + "?" + String.join("&", query))
                .headers(Headers.of(headers.entrySet()))
                .body(sent)
                .build();
    }

    private void place(Member member, JsonNode value, Shape.Structure shape) {
        switch (member.location()) {
            case PATH -> path = fill(path, member.wireName(), value.asString());
            case QUERY -> addQuery(member.wireName(), value);
            case HEADER -> headers.put(member.wireName(), header(member, value.asString()));
            case STATUS -> throw new IllegalArgumentException("no request has a status");
            case BODY -> {
                if (member.equals(shape.payload())) {
                    body = member.shape().get() instanceof Shape.Blob
                            ? Base64.getDecoder().decode(value.asString())
                            : JsonMapper.shared().writeValueAsBytes(value);
                } else {
                    bodyMembers.set(member.name(), value);
                }
            }
        }
    }

    private static String header(Member member, String value) {
        return member.jsonValue() ? Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) : value;
    }

    private void addQuery(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> addQuery(name, item));
        } else if (value.isObject()) {
            value.properties().forEach(entry -> addQuery(entry.getKey(), entry.getValue()));
        } else {
            query.add(PercentCoding.encode(name) + "=" + PercentCoding.encode(value.asString()));
        }
    }

    private static String fill(String template, String label, String value) {
        return template.replace("{" + label + "}", PercentCoding.encode(value))
                .replace("{" + label + "+}", PercentCoding.encode(value).replace("%2F", "/"));
    }

    private static ApiRequest form(ServiceModel model, Operation operation, ObjectNode members) {
        var form = new StringJoiner("&");
        form.add("Action=" + operation.name()).add("Version=" + model.apiVersion());
        members.properties().forEach(entry -> field(entry.getKey(), entry.getValue(), form));
        return ApiRequest.of("POST", "/")
                .headers(Headers.of(Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8")
                        .entrySet()))
                .body(form.toString().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** JSON objects become maps when they have the name of one, structures otherwise. */
    private static void field(String name, JsonNode value, StringJoiner form) {
        if (value.isArray()) {
            if (value.isEmpty()) {
                form.add(name + "=");
            }
            for (int i = 0; i < value.size(); i++) {
                field(name + ".member." + (i + 1), value.get(i), form);
            }
        } else if (value.isObject()) {
            int entry = 0;
            for (var property : value.properties()) {
                entry++;
                if (name.endsWith("MessageAttributes")) {
                    form.add(name + ".entry." + entry + ".Name=" + PercentCoding.encode(property.getKey()));
                    field(name + ".entry." + entry + ".Value", property.getValue(), form);
                } else if (name.equals("Attributes")) {
                    form.add(name + ".entry." + entry + ".key=" + PercentCoding.encode(property.getKey()));
                    field(name + ".entry." + entry + ".value", property.getValue(), form);
                } else {
                    field(name + "." + property.getKey(), property.getValue(), form);
                }
            }
        } else {
            form.add(name + "=" + PercentCoding.encode(value.asString()));
        }
    }
}
