// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A path into an event: {@code $}, dot names and {@code [n]} (hub, targets, transform, reliability). Immutable.
 *
 * @param text as it was given
 */
public record EventPath(String text, List<Step> steps) {
    private static final Pattern FORM = Pattern.compile("\\$(\\.[^.\\[\\]*\\s]+|\\[[0-9]{1,6}])*");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[([0-9]+)]");

    /** One step down. */
    sealed interface Step {}

    record Name(String name) implements Step {}

    record Index(int index) implements Step {}

    public EventPath {
        steps = List.copyOf(steps);
    }

    /** Reads a path, or answers null when the text is none. */
    public static @Nullable EventPath parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        var steps = new ArrayList<Step>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            steps.add(step.group(1) == null ? new Index(Integer.parseInt(step.group(2))) : new Name(step.group(1)));
        }
        return new EventPath(text, steps);
    }

    /** What stands there; null when nothing does. */
    @Nullable
    JsonNode in(JsonNode event) {
        JsonNode at = event;
        for (Step step : steps) {
            at = switch (step) {
                case Name(String name) -> at.path(name);
                case Index(int index) -> at.path(index);
            };
        }
        return at.isMissingNode() ? null : at;
    }
}
