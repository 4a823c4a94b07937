// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One service model in its published form (c2j), patched and without documentation, with the operations we build.
 *
 * <p>Structures that we carry as a JSON document instead of a record are named in {@link #DOCUMENTS}.
 */
record SourceModel(Service service, ObjectNode root, SequencedSet<String> builtOperations) {
    /** Stored, filtered and returned as they came: their hundreds of members need no Java names. */
    static final Set<String> DOCUMENTS = Set.of(
            "AwsSecurityFinding",
            "AwsSecurityFindingFilters",
            "AutomationRulesFindingFilters",
            "AutomationRulesFindingFieldsUpdate");

    /** The operation's description. */
    ObjectNode operation(String name) {
        if (root.path("operations").get(name) instanceof ObjectNode operation) {
            return operation;
        }
        throw new IllegalStateException(service.id() + " has no operation " + name);
    }

    /** The shape's description. */
    ObjectNode shape(String name) {
        if (root.path("shapes").get(name) instanceof ObjectNode shape) {
            return shape;
        }
        throw new IllegalStateException(service.id() + " has no shape " + name);
    }

    /** The name of the operation's input or output shape, empty when it has none. */
    String shapeOf(String operation, String direction) {
        return operation(operation).path(direction).path("shape").asString("");
    }

    /**
     * All shapes that the built operations reach in this direction ({@code input} or {@code output}) without looking
     * inside the given ones, which are themselves included.
     */
    Set<String> reachable(String direction, Set<String> opaque) {
        var reached = new LinkedHashSet<String>();
        for (String operation : builtOperations) {
            String shape = shapeOf(operation, direction);
            if (!shape.isEmpty()) {
                reach(shape, opaque, reached);
            }
        }
        return reached;
    }

    private void reach(String name, Set<String> opaque, Set<String> reached) {
        if (!reached.add(name) || opaque.contains(name)) {
            return;
        }
        ObjectNode shape = shape(name);
        for (JsonNode member : shape.path("members")) {
            reach(member.path("shape").asString(), opaque, reached);
        }
        for (String part : new String[] {"member", "key", "value"}) {
            if (shape.has(part)) {
                reach(shape.path(part).path("shape").asString(), opaque, reached);
            }
        }
    }
}
