// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second opinion on wildcards by way of regular expressions; {@code ${a}} is an asterisk, {@code ${b}} is ab. */
public final class NaiveMatcher {
    private static final Pattern PART = Pattern.compile("\\$\\{([^}]*)}|\\*|\\?|.", Pattern.DOTALL);

    private NaiveMatcher() {}

    public static boolean matches(String pattern, String text) {
        var expression = new StringBuilder();
        Matcher parts = PART.matcher(pattern);
        while (parts.find()) {
            String part = parts.group();
            expression.append(
                    switch (part) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        case "${a}", "${*}" -> "\\*";
                        case "${b}" -> "ab";
                        default -> Pattern.quote(part);
                    });
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
