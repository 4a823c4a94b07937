// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import io.fleetward.aws.api.check.Violation.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code 1 validation error detected: Value '…' at 'thingName' failed to satisfy constraint: Member must …}.
 *
 * <p>Specification: aws-protocol, error shapes and validation, constraint text.
 */
final class CountedWording implements Wording {
    private static final int LONGEST_VALUE = 1_000;

    @Override
    public String of(List<Violation> violations) {
        String intro = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
        return violations.stream()
                .map(CountedWording::sentence)
                .collect(Collectors.joining("; ", intro + " detected: ", ""));
    }

    @Override
    public String ofType(List<Step> path, ExpectedType expected) {
        return "Value at '%s' is not of the right type: Member must be %s".formatted(path(path), expected.counted());
    }

    @Override
    public String ofToken() {
        return "The pagination token is not valid for this request.";
    }

    private static String sentence(Violation violation) {
        String value = violation.sensitive() ? "" : value(violation.value()) + " ";
        return "Value %sat '%s' failed to satisfy constraint: %s"
                .formatted(value, path(violation.path()), rule(violation.rule()));
    }

    private static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "null";
        }
        var text = new StringBuilder("'");
        print(value, text);
        if (text.length() > LONGEST_VALUE) {
            text.setLength(LONGEST_VALUE);
            text.append('…');
        }
        return text.append('\'').toString();
    }

    private static void print(JsonNode value, StringBuilder out) {
        if (out.length() > LONGEST_VALUE) {
            return;
        }
        if (value.isArray()) {
            out.append('[');
            String separator = "";
            for (JsonNode element : value) {
                out.append(separator);
                print(element, out);
                separator = ", ";
            }
            out.append(']');
        } else if (value.isObject()) {
            out.append('{');
            String separator = "";
            for (var entry : value.properties()) {
                out.append(separator).append(entry.getKey()).append('=');
                print(entry.getValue(), out);
                separator = ", ";
            }
            out.append('}');
        } else {
            out.append(value.asString());
        }
    }

    private static String path(List<Step> steps) {
        var path = new StringBuilder();
        for (Step step : steps) {
            if (!path.isEmpty()) {
                path.append('.');
            }
            switch (step) {
                case Step.Into(String member) ->
                    path.append(Character.toLowerCase(member.charAt(0))).append(member, 1, member.length());
                case Step.Element(int index) -> path.append(index + 1).append(".member");
                case Step.Key(String key) -> path.append(key).append(".member");
            }
        }
        return path.toString();
    }

    private static String rule(Rule rule) {
        return switch (rule) {
            case Rule.Required() -> "Member must not be null";
            case Rule.MaxLength(long max) -> "Member must have length less than or equal to " + max;
            case Rule.MinLength(long min) -> "Member must have length greater than or equal to " + min;
            case Rule.MaxValue(Number max) -> "Member must have value less than or equal to " + plain(max);
            case Rule.MinValue(Number min) -> "Member must have value greater than or equal to " + plain(min);
            case Rule.MatchesPattern(String pattern) -> "Member must satisfy regular expression pattern: " + pattern;
            case Rule.OneOf(List<String> allowed) -> "Member must satisfy enum value set: " + allowed;
            case Rule.EveryKey(List<Rule> rules) -> "Map keys must satisfy constraint: " + rules(rules);
            case Rule.EveryValue(List<Rule> rules) -> "Map value must satisfy constraint: " + rules(rules);
            case Rule.EveryElement(List<Rule> rules) -> "Member must satisfy constraint: " + rules(rules);
        };
    }

    private static String rules(List<Rule> rules) {
        return rules.stream().map(CountedWording::rule).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String plain(Number bound) {
        return bound.doubleValue() == bound.longValue() ? Long.toString(bound.longValue()) : bound.toString();
    }
}
