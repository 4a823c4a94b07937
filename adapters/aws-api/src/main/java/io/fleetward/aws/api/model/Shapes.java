// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import io.fleetward.aws.api.model.Member.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shapes of one service, read from its model when they are first used. Thread-safe. */
final class Shapes {
    private final JsonNode source;
    private final Map<String, ShapeRef> refs = new ConcurrentHashMap<>();

    Shapes(JsonNode source) {
        this.source = source;
    }

    /** The one reference to the shape of this name. */
    ShapeRef ref(String name) {
        return refs.computeIfAbsent(name, unseen -> new ShapeRef(this, unseen));
    }

    /** Reads the shape. */
    Shape read(String name) {
        JsonNode shape = source.path(name);
        String type = shape.path("type").asString("");
        return switch (type) {
            case "string" -> text(shape);
            case "integer" -> new Shape.Whole(range(shape), false);
            case "long" -> new Shape.Whole(range(shape), true);
            case "float", "double" -> new Shape.Decimal(bound(shape.get("min")), bound(shape.get("max")));
            case "boolean" -> new Shape.Flag();
            case "timestamp" -> new Shape.Moment();
            case "blob" -> new Shape.Blob(range(shape));
            case "list" -> new Shape.Sequence(part(shape, "member"), range(shape));
            case "map" -> mapping(shape);
            case "structure" -> structure(shape);
            case "document" -> new Shape.Document();
            default -> throw new IllegalStateException("shape " + name + " is of unknown type " + type);
        };
    }

    private Shape.Mapping mapping(JsonNode shape) {
        return new Shape.Mapping(
                part(shape, "key"),
                part(shape, "value"),
                range(shape),
                shape.path("key").path("locationName").asString("key"),
                shape.path("value").path("locationName").asString("value"));
    }

    private ShapeRef part(JsonNode shape, String part) {
        return ref(shape.path(part).path("shape").asString());
    }

    private static Shape.Text text(JsonNode shape) {
        List<String> allowed = new ArrayList<>();
        shape.path("enum").forEach(value -> allowed.add(value.asString()));
        TextPattern pattern =
                shape.has("pattern") ? TextPattern.compile(shape.path("pattern").asString()) : null;
        return new Shape.Text(
                range(shape),
                pattern,
                List.copyOf(allowed),
                shape.path("sensitive").asBoolean(false));
    }

    private static Range range(JsonNode shape) {
        if (!shape.has("min") && !shape.has("max")) {
            return Range.OPEN;
        }
        return new Range(
                shape.path("min").asLong(Long.MIN_VALUE), shape.path("max").asLong(Long.MAX_VALUE));
    }

    private static @Nullable Double bound(@Nullable JsonNode bound) {
        return bound == null ? null : bound.doubleValue();
    }

    private Shape.Structure structure(JsonNode shape) {
        Set<String> required = new HashSet<>();
        shape.path("required").forEach(name -> required.add(name.asString()));
        var members = new LinkedHashMap<String, Member>();
        boolean located = false;
        for (var property : shape.path("members").properties()) {
            Member member = member(property.getKey(), property.getValue(), required);
            located |= member.location() != Location.BODY;
            members.put(member.name(), member);
        }
        @Nullable Member payload = members.get(shape.path("payload").asString(""));
        return new Shape.Structure(members, payload, located);
    }

    private Member member(String name, JsonNode member, Set<String> required) {
        return new Member(
                name,
                part(member),
                location(member.path("location").asString("")),
                member.path("locationName").asString(name),
                required.contains(name),
                member.path("jsonvalue").asBoolean(false));
    }

    private ShapeRef part(JsonNode member) {
        return ref(member.path("shape").asString());
    }

    private static Location location(String name) {
        return switch (name) {
            case "" -> Location.BODY;
            case "uri" -> Location.PATH;
            case "querystring" -> Location.QUERY;
            case "header" -> Location.HEADER;
            case "statusCode" -> Location.STATUS;
            default -> throw new IllegalStateException("unknown location " + name);
        };
    }
}
