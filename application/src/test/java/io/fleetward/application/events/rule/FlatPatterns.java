// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Patterns of exact values, and of values that are there or not, at the top of an event, for tests. */
public final class FlatPatterns implements PatternLanguage {
    @Override
    public @Nullable String problem(String pattern) {
        try {
            return JsonMapper.shared().readTree(pattern).isObject() ? null : "Filter is not an object";
        } catch (JacksonException notJson) {
            return "not JSON";
        }
    }

    @Override
    public EventMatcher compile(Map<String, String> patterns) {
        return event -> patterns.entrySet().stream()
                .filter(pattern -> matches(JsonMapper.shared().readTree(pattern.getValue()), event))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return pattern.properties().stream()
                .allMatch(field ->
                        field.getValue().valueStream().anyMatch(wanted -> fits(wanted, event, field.getKey())));
    }

    private static boolean fits(JsonNode wanted, JsonNode event, String member) {
        return wanted.has("exists")
                ? wanted.path("exists").asBoolean() == event.has(member)
                : wanted.equals(event.path(member));
    }
}
