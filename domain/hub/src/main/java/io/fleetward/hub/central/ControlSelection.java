// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import io.fleetward.hub.standard.TagRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which controls count, the same in every standard, and what they demand. Immutable.
 *
 * @param naming whether the named controls are the only ones that count, or the only ones that do not
 * @param named ids of controls
 * @param parameters what single controls demand; all others demand what they demand by themselves
 */
public record ControlSelection(Naming naming, List<String> named, List<CustomParameters> parameters) {
    /** What it means to be named. */
    public enum Naming {
        ENABLED,
        DISABLED
    }

    /**
     * What a control demands.
     *
     * @param tags null for what it demands by itself
     */
    public record CustomParameters(String control, @Nullable TagRequirement tags) {}

    public ControlSelection {
        named = List.copyOf(named);
        parameters = List.copyOf(parameters);
    }

    /** Whether the control counts. */
    public boolean isEnabled(String control) {
        return named.contains(control) == (naming == Naming.ENABLED);
    }

    /** The tags that the control is to demand; null for what it demands by itself. */
    public @Nullable TagRequirement tags(String control) {
        return parameters.stream()
                .filter(custom -> custom.control().equals(control))
                .findFirst()
                .map(CustomParameters::tags)
                .orElse(null);
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("naming", naming.name());
        named.forEach(document.putArray("named")::add);
        for (CustomParameters custom : parameters) {
            ObjectNode one = document.withArray("parameters").addObject().put("control", custom.control());
            if (custom.tags() != null) {
                custom.tags().keys().forEach(one.putArray("tagKeys")::add);
            }
        }
        return document;
    }

    static ControlSelection read(JsonNode document) {
        var parameters = new ArrayList<CustomParameters>();
        for (JsonNode one : document.path("parameters")) {
            JsonNode keys = one.path("tagKeys");
            TagRequirement tags = keys.isArray() ? new TagRequirement(texts(keys)) : null;
            parameters.add(new CustomParameters(one.path("control").stringValue(), tags));
        }
        Naming naming = Naming.valueOf(document.path("naming").stringValue());
        return new ControlSelection(naming, texts(document.path("named")), parameters);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
