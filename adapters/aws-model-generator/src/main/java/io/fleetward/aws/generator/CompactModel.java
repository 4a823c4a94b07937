// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a service model that the protocol engine needs at run time: every operation's route, the shapes that
 * built operations reach, and the status of every error. A document that only passes through keeps no members.
 */
final class CompactModel {
    /** Checked by the hub against schemas of its own, which also name members nobody knows. */
    private static final Set<String> PASSING_THROUGH = SourceModel.DOCUMENTS;

    private CompactModel() {}

    /** Cuts the model down. */
    static ObjectNode of(SourceModel model) {
        ObjectNode compact = JsonNodeFactory.instance.objectNode();
        compact.put("service", model.service().id());
        compact.set("metadata", model.root().path("metadata"));
        compact.set("operations", operations(model));
        compact.set("errors", errors(model));
        compact.set("shapes", shapes(model));
        return compact;
    }

    private static ObjectNode operations(SourceModel model) {
        ObjectNode operations = JsonNodeFactory.instance.objectNode();
        for (var entry : model.root().path("operations").properties()) {
            ObjectNode operation = operations.putObject(entry.getKey());
            operation.set("http", entry.getValue().path("http"));
            if (model.builtOperations().contains(entry.getKey())) {
                copyBuilt(entry.getValue(), operation);
            }
        }
        return operations;
    }

    private static void copyBuilt(JsonNode source, ObjectNode operation) {
        operation.put("built", true);
        for (String direction : new String[] {"input", "output"}) {
            String shape = source.path(direction).path("shape").asString("");
            if (!shape.isEmpty()) {
                operation.put(direction, shape);
            }
        }
        if (source.path("output").has("resultWrapper")) {
            operation.set("resultWrapper", source.path("output").get("resultWrapper"));
        }
        var errors = operation.putArray("errors");
        source.path("errors").forEach(error -> errors.add(error.path("shape").asString()));
    }

    private static ObjectNode errors(SourceModel model) {
        ObjectNode errors = JsonNodeFactory.instance.objectNode();
        for (var entry : model.root().path("shapes").properties()) {
            JsonNode shape = entry.getValue();
            if (shape.path("exception").asBoolean(false)) {
                ObjectNode error = errors.putObject(entry.getKey());
                int fallback = shape.path("fault").asBoolean(false) ? 500 : 400;
                error.put("status", shape.path("error").path("httpStatusCode").asInt(fallback));
                if (shape.path("error").has("code")) {
                    error.set("code", shape.path("error").get("code"));
                }
            }
        }
        return errors;
    }

    private static ObjectNode shapes(SourceModel model) {
        Set<String> names = new TreeSet<>(model.reachable("input", PASSING_THROUGH));
        names.addAll(model.reachable("output", PASSING_THROUGH));
        ObjectNode shapes = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            if (PASSING_THROUGH.contains(name)) {
                shapes.putObject(name).put("type", "document");
            } else {
                shapes.set(name, model.shape(name));
            }
        }
        return shapes;
    }
}
