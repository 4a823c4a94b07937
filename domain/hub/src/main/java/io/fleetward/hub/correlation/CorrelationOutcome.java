// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.finding.SeverityLabel;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a rule's own findings say. Immutable.
 *
 * @param title may hold {@code {resource}} and {@code {rule}}
 * @param types as of a finding
 */
public record CorrelationOutcome(String title, SeverityLabel severity, List<String> types) {
    /** What a title may name in braces. */
    public static final Set<String> PLACEHOLDERS = Set.of("resource", "rule");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int LONGEST_TITLE = 256;

    public CorrelationOutcome {
        types = List.copyOf(types);
    }

    /** What a title names in braces though there is no such thing. */
    public static Set<String> unknownPlaceholders(String title) {
        return PLACEHOLDER
                .matcher(title)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !PLACEHOLDERS.contains(name))
                .collect(Collectors.toSet());
    }

    /** The title of the finding on a resource, cut to what a title may hold. */
    String title(String rule, String resource) {
        String text = PLACEHOLDER
                .matcher(title)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("rule") ? rule : resource));
        return Texts.cut(text, LONGEST_TITLE);
    }
}
