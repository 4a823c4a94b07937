// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import io.fleetward.hub.filter.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some places of a document. Immutable.
 *
 * @param members the wanted members of an object; without any, the whole value is wanted
 */
record DocumentPart(Map<FieldPath.Step, DocumentPart> members) {
    /** The values at all of these paths. */
    static DocumentPart of(List<FieldPath> paths) {
        Map<FieldPath.Step, List<FieldPath>> rests = new LinkedHashMap<>();
        for (FieldPath path : paths) {
            List<FieldPath.Step> steps = path.steps();
            if (!steps.isEmpty()) {
                rests.computeIfAbsent(steps.getFirst(), step -> new ArrayList<>())
                        .add(new FieldPath(steps.subList(1, steps.size())));
            }
        }
        Map<FieldPath.Step, DocumentPart> members = new LinkedHashMap<>();
        rests.forEach((step, rest) -> members.put(step, of(rest)));
        return new DocumentPart(members);
    }

    /** A document with this part of the given one; lists lose repetitions. */
    ObjectNode of(JsonNode document) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        members.forEach((step, member) -> {
            JsonNode value = document.get(step.name());
            if (value != null) {
                part.set(step.name(), step.isList() ? member.ofEach(value) : member.ofValue(value));
            }
        });
        return part;
    }

    private JsonNode ofValue(JsonNode value) {
        return members.isEmpty() ? value : of(value);
    }

    private JsonNode ofEach(JsonNode list) {
        Set<JsonNode> different = new LinkedHashSet<>();
        list.forEach(element -> different.add(ofValue(element)));
        return JsonNodeFactory.instance.arrayNode().addAll(different);
    }
}
