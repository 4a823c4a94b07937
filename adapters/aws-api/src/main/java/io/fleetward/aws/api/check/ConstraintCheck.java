// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Range;
import io.fleetward.aws.api.model.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks a bound request and collects what breaks the constraints of its shape, up to {@value #MOST} violations.
 *
 * <p>Confined to one request. Scalar entries of lists and maps are judged together, on the collection, as AWS words it.
 * Specification: aws-protocol, error shapes and validation.
 */
public final class ConstraintCheck {
    static final int MOST = 20;

    private final Deque<Step> path = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();

    private ConstraintCheck() {}

    /** What is wrong with the request, in the order of the model; empty when nothing is. */
    public static List<Violation> of(ObjectNode request, Shape.Structure shape) {
        var check = new ConstraintCheck();
        check.members(request, shape);
        return check.violations;
    }

    private void members(JsonNode tree, Shape.Structure shape) {
        for (Member member : shape.members().values()) {
            JsonNode value = tree.get(member.name());
            if (value == null && !member.required()) {
                continue;
            }
            path.addLast(new Step.Into(member.name()));
            if (value == null) {
                report(null, new Rule.Required(), false);
            } else {
                value(value, member.shape().get());
            }
            path.removeLast();
        }
    }

    private void value(JsonNode value, Shape shape) {
        if (violations.size() >= MOST) {
            return;
        }
        switch (shape) {
            case Shape.Structure structure -> members(value, structure);
            case Shape.Sequence sequence -> sequence(value, sequence);
            case Shape.Mapping mapping -> mapping(value, mapping);
            case Shape.Text text -> scalar(value, text, text.sensitive());
            case Shape.Whole _, Shape.Decimal _ -> scalar(value, shape, false);
            case Shape.Blob _ -> scalar(value, shape, true);
            case Shape.Flag _, Shape.Moment _, Shape.Document _ -> {}
        }
    }

    private void scalar(JsonNode value, Shape shape, boolean sensitive) {
        ScalarRules.broken(value, shape, rule -> report(value, rule, sensitive));
    }

    private void sequence(JsonNode list, Shape.Sequence sequence) {
        size(list, sequence.size());
        Shape element = sequence.element().get();
        if (ScalarRules.isScalar(element)) {
            if (anyBreaks(list, element)) {
                report(list, new Rule.EveryElement(ScalarRules.all(element)), false);
            }
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            path.addLast(new Step.Element(i));
            value(list.get(i), element);
            path.removeLast();
        }
    }

    private void mapping(JsonNode map, Shape.Mapping mapping) {
        size(map, mapping.size());
        Shape key = mapping.key().get();
        if (keyBreaks(map, key)) {
            report(map, new Rule.EveryKey(ScalarRules.all(key)), false);
        }
        Shape value = mapping.value().get();
        if (ScalarRules.isScalar(value)) {
            if (anyBreaks(map, value)) {
                report(map, new Rule.EveryValue(ScalarRules.all(value)), false);
            }
            return;
        }
        for (var entry : map.properties()) {
            path.addLast(new Step.Key(entry.getKey()));
            value(entry.getValue(), value);
            path.removeLast();
        }
    }

    private void size(JsonNode collection, Range range) {
        ScalarRules.length(collection.size(), range, rule -> report(collection, rule, false));
    }

    private static boolean anyBreaks(JsonNode collection, Shape shape) {
        var noted = new ArrayList<Rule>(0);
        for (JsonNode entry : collection) {
            ScalarRules.broken(entry, shape, noted::add);
            if (!noted.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean keyBreaks(JsonNode map, Shape key) {
        var noted = new ArrayList<Rule>(0);
        for (String name : map.propertyNames()) {
            if (key instanceof Shape.Text text) {
                ScalarRules.text(name, text, noted::add);
            }
            if (!noted.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void report(@Nullable JsonNode value, Rule rule, boolean sensitive) {
        if (violations.size() < MOST) {
            violations.add(new Violation(List.copyOf(path), value, rule, sensitive));
        }
    }
}
