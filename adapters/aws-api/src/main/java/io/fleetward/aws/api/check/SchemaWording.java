// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import io.fleetward.aws.api.check.Violation.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code Invalid parameter 'Findings'. data.Findings should NOT have more than 100 items}: one violation, the first.
 *
 * <p>Specification: aws-protocol, error shapes and validation, "Security Hub differs".
 */
final class SchemaWording implements Wording {
    @Override
    public String of(List<Violation> violations) {
        Violation first = violations.getFirst();
        List<Step> path = first.path();
        boolean missing = first.rule() instanceof Rule.Required;
        String place = "data" + path(missing ? path.subList(0, path.size() - 1) : path);
        return "Invalid parameter '%s'. %s %s".formatted(parameter(path), place, rule(first));
    }

    @Override
    public String ofType(List<Step> path, ExpectedType expected) {
        return "Invalid parameter '%s'. data%s should be %s".formatted(parameter(path), path(path), expected.schema());
    }

    @Override
    public String ofToken() {
        return "Invalid parameter 'NextToken'. data.NextToken should be a token issued for this request";
    }

    private static String parameter(List<Step> path) {
        return path.isEmpty() ? "" : step(path.getFirst()).substring(1);
    }

    private static String path(List<Step> steps) {
        var path = new StringBuilder();
        steps.forEach(step -> path.append(step(step)));
        return path.toString();
    }

    private static String step(Step step) {
        return switch (step) {
            case Step.Into(String member) -> "." + member;
            case Step.Element(int index) -> "[" + index + "]";
            case Step.Key(String key) -> "." + key;
        };
    }

    private static String rule(Violation violation) {
        return switch (violation.rule()) {
            case Rule.Required() ->
                "should have required property '"
                        + parameter(List.of(violation.path().getLast())) + "'";
            case Rule.MaxLength(long max) -> "should NOT " + length(violation.value(), "more", "longer", max);
            case Rule.MinLength(long min) -> "should NOT " + length(violation.value(), "fewer", "shorter", min);
            case Rule.MaxValue(Number max) -> "should be <= " + max;
            case Rule.MinValue(Number min) -> "should be >= " + min;
            case Rule.MatchesPattern(String pattern) -> "should match pattern \"" + pattern + "\"";
            case Rule.OneOf(List<String> allowed) ->
                "should be equal to one of the allowed values " + String.join(", ", allowed);
            case Rule.EveryKey(List<Rule> rules) -> "should have valid property names: " + rules(rules, violation);
            case Rule.EveryValue(List<Rule> rules) -> "should have valid property values: " + rules(rules, violation);
            case Rule.EveryElement(List<Rule> rules) -> "should have valid items: " + rules(rules, violation);
        };
    }

    private static String length(@Nullable JsonNode value, String parts, String text, long bound) {
        if (value != null && value.isContainer()) {
            return "have " + parts + " than " + bound + (value.isArray() ? " items" : " properties");
        }
        return "be " + text + " than " + bound + " characters";
    }

    private static String rules(List<Rule> rules, Violation violation) {
        var texts = rules.stream()
                .map(rule -> rule(new Violation(violation.path(), null, rule, violation.sensitive())))
                .toList();
        return String.join(", ", texts);
    }
}
