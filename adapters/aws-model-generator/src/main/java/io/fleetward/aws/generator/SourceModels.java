// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a service model from the class path, strips its documentation and lays our patch over it. */
final class SourceModels {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path operations;
    private final Path patches;

    SourceModels(Path operations, Path patches) {
        this.operations = operations;
        this.patches = patches;
    }

    /** Reads one service. */
    SourceModel read(Service service) throws IOException {
        var root = (ObjectNode) JSON.readTree(modelBytes(service));
        stripDocumentation(root);
        Path patch = patchFile(service);
        if (Files.exists(patch)) {
            merge(root, (ObjectNode) JSON.readTree(Files.readAllBytes(patch)));
        }
        var built = new TreeSet<>(Files.readAllLines(operationsFile(service)).stream()
                .filter(line -> !line.isBlank())
                .toList());
        var model = new SourceModel(service, root, built);
        built.forEach(model::operation);
        return model;
    }

    /** The model as it is published. */
    static byte[] modelBytes(Service service) throws IOException {
        try (InputStream in = SourceModels.class.getClassLoader().getResourceAsStream(service.modelEntry())) {
            if (in == null) {
                throw new IOException("the model archive has no entry " + service.modelEntry());
            }
            return in.readAllBytes();
        }
    }

    /** The list of the operations to build. */
    Path operationsFile(Service service) {
        return operations.resolve(service.id() + ".txt");
    }

    /** What we add to the published model; may not exist. */
    Path patchFile(Service service) {
        return patches.resolve(service.id() + ".json");
    }

    private static void stripDocumentation(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("members").has("documentation")) {
                throw new IllegalStateException("a member is named documentation: stripping would lose it");
            }
            object.remove("documentation");
        }
        node.forEach(SourceModels::stripDocumentation);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        Collection<String> names = new ArrayList<>(patch.propertyNames());
        for (String name : names) {
            JsonNode value = patch.get(name);
            JsonNode present = target.get(name);
            if (present instanceof ObjectNode into && value instanceof ObjectNode from) {
                merge(into, from);
            } else if (present instanceof ArrayNode into && value instanceof ArrayNode from) {
                into.addAll(from);
            } else {
                target.set(name, value);
            }
        }
    }
}
