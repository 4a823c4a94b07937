// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text with wildcards: {@code *} stands for any run of characters, also none, {@code ?} for exactly one; the values of
 * variables and everything else stand for themselves (iot-core, evaluation algorithm).
 *
 * <p>Compiled once from a {@link Template} into the pieces between the {@code *}; a match allocates nothing and takes
 * at most pattern length × text length steps, because the leftmost place of a piece is always a right one. Deviation:
 * a pattern with an undefined variable matches nothing, not even its own text. Immutable.
 */
public final class WildcardPattern {
    private final Template template;
    private final List<Template.Variable> variables;
    private final Segment head;
    private final Segment[] middle;
    private final @Nullable Segment tail;

    private WildcardPattern(Template template, List<Segment> segments) {
        this.template = template;
        variables = template.variables();
        head = segments.getFirst();
        tail = segments.size() == 1 ? null : segments.getLast();
        middle = segments.size() < 3
                ? new Segment[0]
                : segments.subList(1, segments.size() - 1).toArray(Segment[]::new);
    }

    /** Compiles a template. */
    public static WildcardPattern of(Template template) {
        return new WildcardPattern(template, new SegmentReader().read(template));
    }

    /** Compiles text without variables so that it matches lower-case texts, whatever its own case. */
    public static WildcardPattern ignoringCase(String text) {
        Template lower = Template.plain(text.toLowerCase(Locale.ROOT));
        return new WildcardPattern(Template.plain(text), new SegmentReader().read(lower));
    }

    /** The pattern as the policy writes it. */
    public String text() {
        return template.text();
    }

    /** The pattern taken apart, for those who analyse it. */
    public Template template() {
        return template;
    }

    /** Whether the whole text matches, with the variables of the pattern taken from the context. */
    public boolean matches(String text, PolicyContext context) {
        int from = head.matchAt(text, 0, context);
        if (from == Segment.NONE || tail == null) {
            return from == text.length();
        }
        int end = tail.matchBefore(text, text.length(), context);
        if (end < from) {
            return false;
        }
        for (Segment segment : middle) {
            from = segment.find(text, from, end, context);
            if (from < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text, which must be lower-case for {@link #ignoringCase}, matches a pattern without variables. */
    public boolean matches(String text) {
        return matches(text, PolicyContext.EMPTY);
    }

    /** Whether the context lacks a variable of the pattern. */
    public boolean isUndefined(PolicyContext context) {
        for (Template.Variable variable : variables) {
            if (variable.value(context) == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether what the pattern matches changes with time. */
    public boolean dependsOnTime() {
        return variables.stream().anyMatch(variable -> PolicyContext.isTime(variable.key()));
    }

    /** The variables of the pattern that the context does not define, as written. */
    public List<String> undefined(PolicyContext context) {
        var undefined = new ArrayList<String>();
        for (Template.Variable variable : variables) {
            if (variable.value(context) == null) {
                undefined.add(variable.key().written());
            }
        }
        return undefined;
    }

    @Override
    public String toString() {
        return template.text();
    }
}
