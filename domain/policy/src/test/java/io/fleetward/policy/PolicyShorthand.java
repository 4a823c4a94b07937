// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy;

import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds policies from the shorthand of the decision tables, through the text and the parser. */
public final class PolicyShorthand {
    private static final String ARN = "arn:aws:iot:us-east-1:123456789012:";
    private static final Pattern STATEMENT =
            Pattern.compile("([AD])\\((not )?([^,]+), (not )?(.+?)(?: where (.+?))?\\)(?= |$)");
    private static final Pattern CONDITION = Pattern.compile("(\\S+) (\\S+?)=\\[(.*)]");

    private PolicyShorthand() {}

    /** The policies of {@code A(Publish, topic/a) D(Publish, topic/b) ; A(Connect, *)}, or of {@code none}. */
    public static List<NamedPolicy> policies(String shorthand) {
        var policies = new ArrayList<NamedPolicy>();
        if (!shorthand.equals("none")) {
            for (String policy : shorthand.split(" ; ", -1)) {
                policies.add(new NamedPolicy("policy" + (policies.size() + 1), "1", document(policy)));
            }
        }
        return policies;
    }

    /** The policy with this text, which must be well-formed. */
    public static PolicyDocument parse(String text) {
        return switch (PolicyDocument.parse(text)) {
            case ParseResult.Parsed(PolicyDocument document) -> document;
            case ParseResult.Malformed malformed -> throw new AssertionError(malformed.text() + "\n" + text);
        };
    }

    private static PolicyDocument document(String shorthand) {
        String version = shorthand.startsWith("2008 ") ? "2008-10-17" : "2012-10-17";
        var statements = new ArrayList<String>();
        Matcher matcher = STATEMENT.matcher(shorthand);
        while (matcher.find()) {
            statements.add(statement(matcher));
        }
        return parse("{\"Version\":\"" + version + "\",\"Statement\":[" + String.join(",", statements) + "]}");
    }

    private static String statement(Matcher parts) {
        String effect = parts.group(1).equals("A") ? "Allow" : "Deny";
        String actions = list(parts.group(3), name -> name.contains(":") || name.equals("*") ? name : "iot:" + name);
        String resources = list(parts.group(5), PolicyShorthand::resource);
        return "{\"Effect\":\"" + effect + "\",\"" + (parts.group(2) == null ? "" : "Not") + "Action\":" + actions
                + ",\"" + (parts.group(4) == null ? "" : "Not") + "Resource\":" + resources
                + conditions(parts.group(6)) + "}";
    }

    private static String conditions(@Nullable String shorthand) {
        if (shorthand == null) {
            return "";
        }
        var operators = new ArrayList<String>();
        for (String part : shorthand.split(" and ", -1)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches()) {
                throw new AssertionError("no condition: " + part);
            }
            operators.add(condition.group(1) + " " + "\"" + condition.group(2) + "\":"
                    + list(condition.group(3).replace(",", " "), value -> value));
        }
        // Two conditions with one operator share its object.
        String joined = operators.stream()
                .collect(Collectors.groupingBy(
                        text -> text.substring(0, text.indexOf(' ')),
                        Collectors.mapping(text -> text.substring(text.indexOf(' ') + 1), Collectors.joining(","))))
                .entrySet()
                .stream()
                .map(entry -> "\"" + entry.getKey() + "\":{" + entry.getValue() + "}")
                .collect(Collectors.joining(","));
        return ",\"Condition\":{" + joined + "}";
    }

    private static String resource(String name) {
        return name.equals("*") || name.startsWith("arn:") ? name : ARN + name;
    }

    private static String list(String words, UnaryOperator<String> element) {
        return Arrays.stream(words.split("(?<!,) ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "\"" + element.apply(word) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
