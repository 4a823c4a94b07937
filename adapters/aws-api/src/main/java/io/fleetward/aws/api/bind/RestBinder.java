// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Member.Location;
import io.fleetward.aws.api.model.Shape;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Binds a request whose members travel in path, query, headers and body. Specification: aws-protocol, wire rules. */
public final class RestBinder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RestBinder() {}

    /**
     * The tree of the request.
     *
     * @param labels the decoded path labels by name
     */
    public static ObjectNode bind(Shape.Structure shape, ApiRequest request, Map<String, String> labels) {
        ObjectNode tree = body(shape, request.body());
        if (shape.located()) {
            Parameters query = Parameters.parse(request.query());
            for (Member member : shape.members().values()) {
                switch (member.location()) {
                    case PATH -> label(tree, member, labels);
                    case QUERY -> query(tree, member, query, shape);
                    case HEADER -> header(tree, member, request);
                    case BODY, STATUS -> {}
                }
            }
        }
        return tree;
    }

    private static ObjectNode body(Shape.Structure shape, byte[] body) {
        Member payload = shape.payload();
        if (payload == null) {
            boolean expected = shape.members().values().stream().anyMatch(m -> m.location() == Location.BODY);
            return expected ? TypedTree.of(JsonBody.read(body), shape) : NODES.objectNode();
        }
        ObjectNode tree = NODES.objectNode();
        if (body.length > 0) {
            tree.set(payload.name(), payload(payload, body));
        }
        return tree;
    }

    private static JsonNode payload(Member payload, byte[] body) {
        return switch (payload.shape().get()) {
            case Shape.Blob _ -> NODES.binaryNode(body);
            case Shape.Text _ -> NODES.stringNode(new String(body, StandardCharsets.UTF_8));
            default -> TypedTree.ofPayload(JsonBody.read(body), payload);
        };
    }

    private static void label(ObjectNode tree, Member member, Map<String, String> labels) {
        String value = labels.get(member.wireName());
        if (value != null) {
            tree.set(member.name(), TextValues.of(value, member));
        }
    }

    private static void header(ObjectNode tree, Member member, ApiRequest request) {
        String value = request.headers().first(member.wireName().toLowerCase(Locale.ROOT));
        if (value != null) {
            tree.set(member.name(), TextValues.of(value.strip(), member));
        }
    }

    private static void query(ObjectNode tree, Member member, Parameters query, Shape.Structure shape) {
        switch (member.shape().get()) {
            case Shape.Sequence sequence -> sequence(tree, member, query.values(member.wireName()), sequence);
            case Shape.Mapping _ -> mapping(tree, member, query, shape);
            default -> {
                String value = query.first(member.wireName());
                if (value != null) {
                    tree.set(member.name(), TextValues.of(value, member));
                }
            }
        }
    }

    private static void sequence(ObjectNode tree, Member member, List<String> values, Shape.Sequence shape) {
        if (values.isEmpty()) {
            return;
        }
        var list = tree.putArray(member.name());
        Shape element = shape.element().get();
        for (int i = 0; i < values.size(); i++) {
            list.add(TextValues.of(values.get(i), element, List.of(new Step.Into(member.name()), new Step.Element(i))));
        }
    }

    /** A map takes every parameter that no other member is bound to. */
    private static void mapping(ObjectNode tree, Member member, Parameters query, Shape.Structure shape) {
        Set<String> bound = new HashSet<>();
        shape.members().values().stream()
                .filter(other ->
                        other.location() == Location.QUERY && !other.name().equals(member.name()))
                .forEach(other -> bound.add(other.wireName()));
        ObjectNode map = tree.putObject(member.name());
        query.without(bound).forEach(map::put);
    }
}
