// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Where values stand in a document, for example {@code Resources[].Details.Container.Name}. Immutable. */
public record FieldPath(List<Step> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
    }

    /**
     * One member of an object.
     *
     * @param isList whether the path goes on from every element of the list that stands there
     */
    public record Step(String name, boolean isList) {}

    /** Reads the written form; the empty text is the path of the document itself. */
    public static FieldPath of(String text) {
        var steps = new ArrayList<Step>();
        if (!text.isEmpty()) {
            for (String part : text.split("\\.", -1)) {
                boolean isList = part.endsWith("[]");
                steps.add(new Step(isList ? part.substring(0, part.length() - 2) : part, isList));
            }
        }
        return new FieldPath(steps);
    }

    /** Whether at most one value can stand here. */
    public boolean isScalar() {
        return steps.stream().noneMatch(Step::isList);
    }

    /** Hands over every value that stands here, in the document's order. */
    public void each(JsonNode document, Consumer<JsonNode> action) {
        any(document, 0, value -> {
            action.accept(value);
            return false;
        });
    }

    /** Whether any value that stands here passes the test. */
    public boolean any(JsonNode document, Predicate<JsonNode> test) {
        return any(document, 0, test);
    }

    private boolean any(JsonNode node, int depth, Predicate<JsonNode> test) {
        if (depth == steps.size()) {
            return test.test(node);
        }
        Step step = steps.get(depth);
        JsonNode value = node.get(step.name());
        if (value == null) {
            return false;
        }
        if (!step.isList()) {
            return any(value, depth + 1, test);
        }
        for (JsonNode element : value) {
            if (any(element, depth + 1, test)) {
                return true;
            }
        }
        return false;
    }

    /** The written form. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : ".").append(step.name()).append(step.isList() ? "[]" : "");
        }
        return text.toString();
    }
}
