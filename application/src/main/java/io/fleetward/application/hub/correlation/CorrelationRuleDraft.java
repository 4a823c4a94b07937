// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.hub.correlation.CorrelationOutcome;
import io.fleetward.hub.correlation.CorrelationPart;
import io.fleetward.hub.correlation.CorrelationQuestion;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.EndsWhen;
import io.fleetward.hub.correlation.JoinKey;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.schema.EditSchema;
import io.fleetward.hub.schema.SchemaResult;
import io.fleetward.kernel.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants a rule to be; null for what is left to the default oras it is.
 */
public record CorrelationRuleDraft(
        @Nullable String name,
        @Nullable String description,
        CorrelationRule.@Nullable Status status,
        Question question,
        Outcome outcome) {
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_TITLE = 256;
    private static final List<String> STANDARD_TYPES = List.of("Unusual Behaviors");

    /** A part: its name and the filters as sent. */
    public record Part(String name, ObjectNode filters) {}

    /** What the rule is to ask. */
    public record Question(
            @Nullable List<Part> parts,
            @Nullable JoinKey joinedBy,
            @Nullable Duration within,
            @Nullable Boolean isOrdered,
            @Nullable EndsWhen endsWhen) {}

    /** What its findings are to say. */
    public record Outcome(
            @Nullable String title,
            @Nullable SeverityLabel severity,
            @Nullable List<String> types) {}

    /** The settings of a new rule. */
    CorrelationRule.Settings settings() {
        String title = outcome.title() == null ? required("name", name) : outcome.title();
        return new CorrelationRule.Settings(
                name(required("name", name)),
                description(Objects.requireNonNullElse(description, "")),
                newQuestion(),
                new CorrelationOutcome(
                        title(title),
                        Objects.requireNonNullElse(outcome.severity(), SeverityLabel.HIGH),
                        outcome.types() == null ? STANDARD_TYPES : types(outcome.types())));
    }

    /** The settings of a rule that had others. */
    CorrelationRule.Settings settings(CorrelationRule.Settings before) {
        CorrelationOutcome said = before.outcome();
        return new CorrelationRule.Settings(
                name == null ? before.name() : name(name),
                description == null ? before.description() : description(description),
                question(before.question()),
                new CorrelationOutcome(
                        outcome.title() == null ? said.title() : title(outcome.title()),
                        Objects.requireNonNullElse(outcome.severity(), said.severity()),
                        outcome.types() == null ? said.types() : types(outcome.types())));
    }

    /** What a new rule would ask. */
    CorrelationQuestion newQuestion() {
        return new CorrelationQuestion(
                parts(required("parts", question.parts())),
                Objects.requireNonNullElse(question.joinedBy(), JoinKey.RESOURCE_ID),
                within(required("withinSeconds", question.within())),
                Objects.requireNonNullElse(question.isOrdered(), false),
                Objects.requireNonNullElse(question.endsWhen(), EndsWhen.ANY_CAUSE_ENDS));
    }

    private CorrelationQuestion question(CorrelationQuestion before) {
        return new CorrelationQuestion(
                question.parts() == null ? before.parts() : parts(question.parts()),
                Objects.requireNonNullElse(question.joinedBy(), before.joinedBy()),
                question.within() == null ? before.within() : within(question.within()),
                Objects.requireNonNullElse(question.isOrdered(), before.isOrdered()),
                Objects.requireNonNullElse(question.endsWhen(), before.endsWhen()));
    }

    private static List<CorrelationPart> parts(List<Part> sent) {
        if (sent.size() < CorrelationQuestion.FEWEST_PARTS || sent.size() > CorrelationQuestion.MOST_PARTS) {
            throw invalid(
                    "parts",
                    "should have " + CorrelationQuestion.FEWEST_PARTS + " to " + CorrelationQuestion.MOST_PARTS
                            + " items");
        }
        var parts = new ArrayList<CorrelationPart>();
        var names = new HashSet<String>();
        for (int i = 0; i < sent.size(); i++) {
            String member = "parts[" + i + "]";
            Part part = sent.get(i);
            text(member + ".name", part.name(), LONGEST_NAME);
            if (!names.add(part.name())) {
                throw invalid(member + ".name", "should NOT be the name of another part");
            }
            switch (CorrelationPart.read(part.name(), part.filters())) {
                case CorrelationPart.Result.Read(CorrelationPart read) -> parts.add(read);
                case CorrelationPart.Result.Refused(List<Problem> problems) ->
                    throw HubRefusals.invalid(member + ".filters", new SchemaResult.Invalid(problems).text());
            }
        }
        return parts;
    }

    private static Duration within(Duration span) {
        if (span.compareTo(CorrelationQuestion.SHORTEST) < 0 || span.compareTo(CorrelationQuestion.LONGEST) > 0) {
            throw invalid(
                    "withinSeconds",
                    "should be " + CorrelationQuestion.SHORTEST.toSeconds() + " to "
                            + CorrelationQuestion.LONGEST.toSeconds());
        }
        return span;
    }

    private static String name(String text) {
        return text("name", text, LONGEST_NAME);
    }

    private static String description(String text) {
        if (text.length() > LONGEST_DESCRIPTION) {
            throw invalid("description", "should NOT be longer than " + LONGEST_DESCRIPTION + " characters");
        }
        return text;
    }

    private static String title(String text) {
        text("title", text, LONGEST_TITLE);
        Set<String> unknown = CorrelationOutcome.unknownPlaceholders(text);
        if (!unknown.isEmpty()) {
            throw invalid(
                    "title",
                    "should name in braces one of " + new TreeSet<>(CorrelationOutcome.PLACEHOLDERS) + ", not "
                            + new TreeSet<>(unknown));
        }
        return text;
    }

    private static List<String> types(List<String> types) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        types.forEach(values.putArray("Types")::add);
        if (EditSchema.read(values) instanceof SchemaResult.Invalid invalid) {
            throw HubRefusals.invalid("types", invalid.text());
        }
        return types;
    }

    private static String text(String member, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw invalid(member, "should have 1 to " + longest + " characters that are not all blank");
        }
        return text;
    }

    private static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw invalid(member, "is required");
        }
        return value;
    }

    private static ApiException invalid(String member, String rule) {
        return HubRefusals.invalid(member, "data." + member + " " + rule);
    }
}
