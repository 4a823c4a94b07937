// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.variable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of a policy in which variables may stand: {@code ${key}}, {@code ${key, 'default'}}, and the escapes {@code
 * ${*}}, {@code ${?}} and {@code ${$}} (iot-core, evaluation algorithm).
 *
 * <p>Immutable.
 *
 * @param text as written in the policy
 * @param parts the same text taken apart
 */
public record Template(String text, List<Part> parts) {
    /** A piece of the text. */
    public sealed interface Part {}

    /** Plain text; where patterns are allowed its {@code *} and {@code ?} are wildcards. */
    public record Plain(String text) implements Part {}

    /** One character that never is a wildcard. */
    public record Escaped(String text) implements Part {}

    /** A variable and the text that stands in when it is undefined. */
    public record Variable(ContextKey key, @Nullable String fallback) implements Part {
        /** The text that replaces the variable, or null when it is undefined. */
        public @Nullable String value(PolicyContext context) {
            String value = context.substitute(key);
            return value == null ? fallback : value;
        }
    }

    private static final String OPEN = "${";

    public Template {
        parts = List.copyOf(parts);
    }

    /** Text that holds no variables, whatever it looks like: that of documents of version 2008-10-17, or an action. */
    public static Template plain(String text) {
        return new Template(text, text.isEmpty() ? List.of() : List.of(new Plain(text)));
    }

    /** Text with variables; an opening brace that is never closed is plain text. */
    public static Template parse(String text) {
        var parts = new ArrayList<Part>();
        int done = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, done)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            addPlain(parts, text.substring(done, open));
            parts.add(part(text.substring(open + OPEN.length(), close)));
            done = close + 1;
        }
        addPlain(parts, text.substring(done));
        return new Template(text, parts);
    }

    /** The text with every variable replaced, or null when one of them is undefined. */
    public @Nullable String render(PolicyContext context) {
        var rendered = new StringBuilder();
        for (Part part : parts) {
            String piece = switch (part) {
                case Plain plain -> plain.text();
                case Escaped escaped -> escaped.text();
                case Variable variable -> variable.value(context);
            };
            if (piece == null) {
                return null;
            }
            rendered.append(piece);
        }
        return rendered.toString();
    }

    /** The variables in the text, in order. */
    public List<Variable> variables() {
        var variables = new ArrayList<Variable>();
        for (Part part : parts) {
            if (part instanceof Variable variable) {
                variables.add(variable);
            }
        }
        return List.copyOf(variables);
    }

    private static void addPlain(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Plain(text));
        }
    }

    private static Part part(String content) {
        if (content.equals("*") || content.equals("?") || content.equals("$")) {
            return new Escaped(content);
        }
        int quote = content.indexOf('\'');
        int comma = quote < 0 ? -1 : content.lastIndexOf(',', quote);
        boolean hasFallback = comma >= 0
                && content.length() > quote + 1
                && content.endsWith("'")
                && content.substring(comma + 1, quote).isBlank();
        if (!hasFallback) {
            return new Variable(ContextKey.parse(content.strip()), null);
        }
        String fallback = content.substring(quote + 1, content.length() - 1);
        return new Variable(ContextKey.parse(content.substring(0, comma).strip()), fallback);
    }
}
