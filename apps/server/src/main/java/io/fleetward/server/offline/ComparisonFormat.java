// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.policy.analysis.Difference;
import io.fleetward.policy.analysis.PlacedStatement;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How a comparison can be written; a user types the names in lower case. */
public enum ComparisonFormat {
    /** Lines for a person. */
    TABLE {
        @Override
        public String write(PolicyComparison comparison) {
            String differences = comparison.differences().stream()
                    .map(ComparisonFormat::lines)
                    .collect(Collectors.joining());
            String undecided = undecided(comparison).stream()
                    .map(action ->
                            "UNDECIDED     " + action + ": more may change; the policies are too complex to tell\n")
                    .collect(Collectors.joining());
            return comparison.isNone() ? "nothing changes\n" : differences + undecided;
        }
    },
    /** One JSON object for scripts. */
    JSON {
        @Override
        public String write(PolicyComparison comparison) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            ArrayNode differences = root.putArray("differences");
            comparison.differences().forEach(difference -> add(differences.addObject(), difference));
            ArrayNode undecided = root.putArray("undecided");
            undecided(comparison).forEach(undecided::add);
            return root.toPrettyString() + "\n";
        }
    };

    private static final String INDENT = "              ";

    /** The comparison as text that ends with a line break. */
    public abstract String write(PolicyComparison comparison);

    private static String lines(Difference difference) {
        return "%-12s  %s on %s\n"
                        .formatted(
                                change(difference),
                                difference.witness().action().wireName(),
                                difference.witness().resource())
                + INDENT + "with " + difference.witness().circumstances() + "\n"
                + INDENT + "before: " + words(difference.before()) + "; after: " + words(difference.after()) + "\n"
                + INDENT + "because of " + places(difference).collect(Collectors.joining(", ")) + "\n";
    }

    private static void add(ObjectNode node, Difference difference) {
        node.put("change", change(difference));
        node.put("before", difference.before().name());
        node.put("after", difference.after().name());
        node.put("action", difference.witness().action().wireName());
        node.put("resource", difference.witness().resource());
        ObjectNode context = node.putObject("context");
        difference.witness().keys().forEach((key, values) -> {
            ArrayNode all = context.putArray(key);
            values.forEach(all::add);
        });
        ArrayNode because = node.putArray("because");
        places(difference).forEach(because::add);
    }

    private static String change(Difference difference) {
        if (difference.isAllowedNow()) {
            return "ALLOWED";
        }
        return difference.isDeniedNow() ? "DENIED" : "STILL DENIED";
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "allowed";
            case EXPLICIT_DENY -> "denied by a statement";
            case IMPLICIT_DENY -> "allowed by no statement";
        };
    }

    private static Stream<String> places(Difference difference) {
        return difference.because().stream().map(ComparisonFormat::place);
    }

    private static String place(PlacedStatement placed) {
        var position = placed.statement().position();
        return placed.policy().name() + ":" + position.line() + ":" + position.column();
    }

    private static List<String> undecided(PolicyComparison comparison) {
        return comparison.undecided().stream()
                .sorted()
                .map(DeviceAction::wireName)
                .toList();
    }
}
