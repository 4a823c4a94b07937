// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.bind;

import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Member.Location;
import io.fleetward.aws.api.model.Shape;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Binds a call by name: every member travels in one JSON object under its own name, wherever it travels else. */
public final class NamedBinder {
    private NamedBinder() {}

    /** The object as it came. */
    public static ObjectNode read(byte[] body) {
        return JsonBody.read(body);
    }

    /** What would be the labels of the path, as far as they are given as texts. */
    public static Map<String, String> labels(Shape.Structure shape, ObjectNode body) {
        Map<String, String> labels = new HashMap<>();
        for (Member member : shape.members().values()) {
            JsonNode value = body.get(member.name());
            if (member.location() == Location.PATH && value != null && value.isString()) {
                labels.put(member.wireName(), value.stringValue());
            }
        }
        return labels;
    }

    /** The tree of the call. */
    public static ObjectNode bind(Shape.Structure shape, ObjectNode body) {
        return TypedTree.ofAll(body, shape);
    }
}
