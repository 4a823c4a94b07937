// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of ARNs whose wildcards do not reach over the colons between the six parts of an ARN; only the last part,
 * the resource, may hold colons. {@code *} alone stands for any ARN.
 *
 * <p>Immutable.
 */
public final class ArnPattern {
    private static final int PARTS = 6;

    private final List<WildcardPattern> parts;

    private ArnPattern(List<WildcardPattern> parts) {
        this.parts = parts;
    }

    /** Compiles a template, splitting it at the first five colons of its own text. */
    public static ArnPattern of(Template template) {
        if (template.text().equals("*")) {
            return of(Template.plain("arn:*:*:*:*:*"));
        }
        var split = new ArrayList<List<Template.Part>>();
        split.add(new ArrayList<>());
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain(String text)) {
                addPlain(split, text);
            } else {
                split.getLast().add(part);
            }
        }
        return new ArnPattern(split.stream()
                .map(own -> WildcardPattern.of(new Template(template.text(), own)))
                .toList());
    }

    /** Whether the pattern has the six parts of an ARN. */
    public boolean isReadable() {
        return parts.size() == PARTS;
    }

    /** Whether the text is an ARN each part of which matches. */
    public boolean matches(String text, PolicyContext context) {
        String[] own = text.split(":", PARTS);
        if (own.length != PARTS || !own[0].equals("arn") || !isReadable()) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!parts.get(i).matches(own[i], context)) {
                return false;
            }
        }
        return true;
    }

    private static void addPlain(List<List<Template.Part>> split, String text) {
        int from = 0;
        for (int colon = text.indexOf(':'); colon >= 0 && split.size() < PARTS; colon = text.indexOf(':', from)) {
            split.getLast().add(new Template.Plain(text.substring(from, colon)));
            split.add(new ArrayList<>());
            from = colon + 1;
        }
        split.getLast().add(new Template.Plain(text.substring(from)));
    }
}
