// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.rule.EventPath;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.InputTemplate;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.TargetInput;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings of targets as JSON text. */
final class TargetText {
    private TargetText() {}

    static String write(TargetInput input, RetryPolicy retry, HttpParameters http) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        switch (input) {
            case TargetInput.WholeEvent() -> {}
            case TargetInput.Constant(String json) -> settings.put("constant", json);
            case TargetInput.Part(EventPath path) -> settings.put("path", path.text());
            case TargetInput.Transformed(InputTemplate template) -> {
                settings.put("template", template.text());
                ObjectNode paths = settings.putObject("paths");
                template.paths().forEach((name, path) -> paths.put(name, path.text()));
            }
        }
        settings.put("retries", retry.retries());
        settings.put("mostAge", retry.mostAge().toSeconds());
        if (!http.equals(HttpParameters.NONE)) {
            ObjectNode parameters = settings.putObject("http");
            http.path().forEach(parameters.putArray("path")::add);
            http.headers().forEach(parameters.putObject("headers")::put);
            http.query().forEach(parameters.putObject("query")::put);
        }
        return settings.toString();
    }

    static TargetInput input(String text) {
        JsonNode settings = JsonMapper.shared().readTree(text);
        if (settings.has("constant")) {
            return new TargetInput.Constant(settings.path("constant").stringValue());
        }
        if (settings.has("path")) {
            return new TargetInput.Part(path(settings.path("path").stringValue()));
        }
        if (settings.has("template")) {
            var paths = new LinkedHashMap<String, EventPath>();
            strings(settings.path("paths")).forEach((name, path) -> paths.put(name, path(path)));
            return new TargetInput.Transformed(
                    new InputTemplate(paths, settings.path("template").stringValue()));
        }
        return new TargetInput.WholeEvent();
    }

    static RetryPolicy retry(String text) {
        JsonNode settings = JsonMapper.shared().readTree(text);
        return new RetryPolicy(
                settings.path("retries").intValue(),
                Duration.ofSeconds(settings.path("mostAge").longValue()));
    }

    static HttpParameters http(String text) {
        JsonNode parameters = JsonMapper.shared().readTree(text).path("http");
        List<String> path =
                parameters.path("path").valueStream().map(JsonNode::stringValue).toList();
        return new HttpParameters(path, strings(parameters.path("headers")), strings(parameters.path("query")));
    }

    private static Map<String, String> strings(JsonNode object) {
        var strings = new LinkedHashMap<String, String>();
        object.properties()
                .forEach(
                        member -> strings.put(member.getKey(), member.getValue().stringValue()));
        return strings;
    }

    private static EventPath path(String text) {
        EventPath path = EventPath.parse(text);
        if (path == null) {
            throw new IllegalStateException("not a path, though it was stored as one: " + text);
        }
        return path;
    }
}
