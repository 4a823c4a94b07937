// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the values at a path the slow way, to compare with. */
public final class NaiveValues {
    private NaiveValues() {}

    public static List<JsonNode> at(JsonNode document, String path) {
        Stream<JsonNode> nodes = Stream.of(document);
        for (String part : path.split("\\.", -1)) {
            String name = part.replace("[]", "");
            nodes = nodes.map(node -> node.path(name));
            if (part.endsWith("[]")) {
                nodes = nodes.flatMap(JsonNode::valueStream);
            }
        }
        return nodes.filter(node -> !node.isMissingNode()).toList();
    }
}
