// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import io.fleetward.aws.api.model.Range;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.api.model.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The constraints on values without parts of their own. */
final class ScalarRules {
    private ScalarRules() {}

    /** Whether values of this shape have no parts of their own. */
    static boolean isScalar(Shape shape) {
        return switch (shape) {
            case Shape.Text _, Shape.Whole _, Shape.Decimal _, Shape.Flag _, Shape.Moment _, Shape.Blob _ -> true;
            case Shape.Structure _, Shape.Sequence _, Shape.Mapping _, Shape.Document _ -> false;
        };
    }

    /** Every rule of the shape, for messages about collections. */
    static List<Rule> all(Shape shape) {
        var rules = new ArrayList<Rule>();
        switch (shape) {
            case Shape.Text text -> allOfText(text, rules);
            case Shape.Whole whole -> {
                Range range = whole.value();
                allOfValue(range.hasMin() ? range.min() : null, range.hasMax() ? range.max() : null, rules);
            }
            case Shape.Decimal decimal -> allOfValue(decimal.min(), decimal.max(), rules);
            case Shape.Blob blob -> allOfLength(blob.length(), rules);
            case Shape.Flag _, Shape.Moment _ -> {}
            case Shape.Structure _, Shape.Sequence _, Shape.Mapping _, Shape.Document _ -> {}
        }
        return rules;
    }

    /** Hands every rule that the value breaks to the consumer. */
    static void broken(JsonNode value, Shape shape, Consumer<Rule> report) {
        switch (shape) {
            case Shape.Text text -> text(value.stringValue(), text, report);
            case Shape.Whole whole -> whole(value.longValue(), whole.value(), report);
            case Shape.Decimal decimal -> decimal(value.doubleValue(), decimal, report);
            case Shape.Blob blob -> length(value.binaryValue().length, blob.length(), report);
            case Shape.Flag _, Shape.Moment _ -> {}
            case Shape.Structure _, Shape.Sequence _, Shape.Mapping _, Shape.Document _ -> {}
        }
    }

    /** Hands every rule that the text breaks to the consumer. */
    static void text(String value, Shape.Text shape, Consumer<Rule> report) {
        boolean bounded = length(lengthOf(value, shape.length()), shape.length(), report);
        TextPattern pattern = shape.pattern();
        // A text that is far too long is not worth matching.
        if (bounded && pattern != null && !pattern.matches(value)) {
            report.accept(new Rule.MatchesPattern(pattern.source()));
        }
        if (!shape.allowed().isEmpty() && !shape.allowed().contains(value)) {
            report.accept(new Rule.OneOf(shape.allowed()));
        }
    }

    private static void whole(long value, Range range, Consumer<Rule> report) {
        if (value > range.max()) {
            report.accept(new Rule.MaxValue(range.max()));
        }
        if (value < range.min()) {
            report.accept(new Rule.MinValue(range.min()));
        }
    }

    private static void decimal(double value, Shape.Decimal shape, Consumer<Rule> report) {
        if (shape.max() != null && value > shape.max()) {
            report.accept(new Rule.MaxValue(shape.max()));
        }
        if (shape.min() != null && value < shape.min()) {
            report.accept(new Rule.MinValue(shape.min()));
        }
    }

    /** Reports a length out of range; answers whether it stays below the maximum. */
    static boolean length(long length, Range range, Consumer<Rule> report) {
        if (length > range.max()) {
            report.accept(new Rule.MaxLength(range.max()));
            return false;
        }
        if (length < range.min()) {
            report.accept(new Rule.MinLength(range.min()));
        }
        return true;
    }

    /** Characters, not code units; counted only where somebody asks. */
    private static long lengthOf(String value, Range range) {
        return range.equals(Range.OPEN) ? 0 : value.codePointCount(0, value.length());
    }

    private static void allOfText(Shape.Text text, List<Rule> rules) {
        allOfLength(text.length(), rules);
        TextPattern pattern = text.pattern();
        if (pattern != null) {
            rules.add(new Rule.MatchesPattern(pattern.source()));
        }
        if (!text.allowed().isEmpty()) {
            rules.add(new Rule.OneOf(text.allowed()));
        }
    }

    private static void allOfLength(Range range, List<Rule> rules) {
        if (range.hasMax()) {
            rules.add(new Rule.MaxLength(range.max()));
        }
        if (range.hasMin()) {
            rules.add(new Rule.MinLength(range.min()));
        }
    }

    private static void allOfValue(@Nullable Number min, @Nullable Number max, List<Rule> rules) {
        if (max != null) {
            rules.add(new Rule.MaxValue(max));
        }
        if (min != null) {
            rules.add(new Rule.MinValue(min));
        }
    }
}
