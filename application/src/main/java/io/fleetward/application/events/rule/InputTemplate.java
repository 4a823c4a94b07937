// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text with places in angle brackets that parts of an event fill (hub, targets, transform, reliability). Immutable.
 *
 * <p>Outside of quotes a place takes the part's JSON, inside of them its text, escaped. A part that is not there is an
 * empty text. A template that is nothing but one quoted string yields that string's text.
 *
 * @param paths where the parts are, by the names that the template uses
 */
public record InputTemplate(Map<String, EventPath> paths, String text) {
    static final int MOST_PATHS = 100;

    private static final Pattern PLACE = Pattern.compile("<([A-Za-z0-9_.-]{1,256})>");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.stringNode("");

    public InputTemplate {
        paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    }

    String render(MatchedEvent event) {
        var out = new StringBuilder(text.length());
        Matcher place = PLACE.matcher(text);
        boolean isQuoted = false;
        int at = 0;
        while (at < text.length() && out.length() <= TargetInput.MOST_CHARACTERS) {
            char next = text.charAt(at);
            JsonNode part = next == '<' && place.find(at) && place.start() == at ? part(place.group(1), event) : null;
            if (part != null) {
                out.append(isQuoted ? escaped(part) : part.toString());
                at = place.end();
                continue;
            }
            boolean isEscape = isQuoted && next == '\\' && at + 1 < text.length();
            if (next == '"') {
                isQuoted = !isQuoted;
            }
            out.append(text, at, isEscape ? at + 2 : at + 1);
            at += isEscape ? 2 : 1;
        }
        return unquoted(out.toString());
    }

    /** What fills the place of this name; null when the template knows no such place. */
    private @Nullable JsonNode part(String name, MatchedEvent event) {
        EventPath path = paths.get(name);
        if (path != null) {
            JsonNode part = path.in(event.document());
            return part == null ? NOTHING : part;
        }
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (name) {
            case "aws.events.rule-arn" -> json.stringNode(event.rule().arn().toString());
            case "aws.events.rule-name" -> json.stringNode(event.rule().name());
            case "aws.events.event.ingestion-time" ->
                json.stringNode(event.putAt().toString());
            case "aws.events.event" -> withoutDetail(event.document());
            case "aws.events.event.json" -> event.document();
            default -> null;
        };
    }

    private static JsonNode withoutDetail(ObjectNode event) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        event.properties().stream()
                .filter(member -> !member.getKey().equals("detail"))
                .forEach(member -> rest.set(member.getKey(), member.getValue()));
        return rest;
    }

    private static String escaped(JsonNode part) {
        String plain = part.isString() ? part.stringValue() : part.toString();
        String quoted = JsonNodeFactory.instance.stringNode(plain).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String unquoted(String rendered) {
        if (rendered.startsWith("\"")) {
            try {
                JsonNode whole = JsonMapper.shared().readTree(rendered);
                return whole.isString() ? whole.stringValue() : rendered;
            } catch (JacksonException severalLines) {
                return rendered;
            }
        }
        return rendered;
    }
}
