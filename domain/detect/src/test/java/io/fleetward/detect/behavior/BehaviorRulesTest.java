// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviorRulesTest {
    /** One metric of each type, named after it, and one dimension. */
    private static final BehaviorNames NAMES = new BehaviorNames() {
        @Override
        public @Nullable CustomMetric customMetric(String name) {
            CustomMetricType type = CustomMetricType.ofWireName(name);
            return type == null ? null : new CustomMetric(name, type);
        }

        @Override
        public boolean hasDimension(String name) {
            return name.equals("TopicsA");
        }
    };

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/fleetward/detect/behavior/rules.csv", numLinesToSkip = 1)
    void refusesWhatTheTableSays(ArgumentsAccessor row) {
        CriteriaDraft criteria = new CriteriaDraft(
                row.getString(3),
                values(row.getString(4)),
                row.getInteger(5),
                row.getInteger(6),
                row.getInteger(7),
                row.getString(8),
                row.getString(9));
        var draft = new BehaviorDraft(
                row.getString(1), row.getString(2), dimension(row.getString(10)), criteria, null, row.getBoolean(11));
        String expected = row.getString(12);

        CheckedBehaviors checked = BehaviorRules.AWS.check(List.of(draft), NAMES);

        assertThat(checked.problems())
                .as("%s: %s", row.getString(0), row.getString(13))
                .extracting(Problem::toString)
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split("\\|", -1)));
        assertThat(checked.isValid()).isEqualTo(expected == null);
        assertThat(checked.behaviors()).hasSize(expected == null ? 1 : 0);
    }

    /** A name, and behind a slash the operator. */
    private static @Nullable DimensionDraft dimension(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int slash = text.indexOf('/');
        String name = slash < 0 ? text : text.substring(0, slash);
        return new DimensionDraft(name.isEmpty() ? null : name, slash < 0 ? null : text.substring(slash + 1));
    }

    private static @Nullable List<MetricValue> values(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var values = new ArrayList<MetricValue>();
        for (String one : text.split(" ", -1)) {
            String[] parts = one.split("=", 2);
            switch (parts[0]) {
                case "count" -> values.add(new MetricValue.Count(Long.parseLong(parts[1])));
                case "number" -> values.add(new MetricValue.Numeric(Double.parseDouble(parts[1])));
                case "cidrs" -> values.add(new MetricValue.Cidrs(Arrays.asList(parts[1].split("\\+", -1))));
                case "ports" -> values.add(new MetricValue.Ports(List.of(Integer.parseInt(parts[1]))));
                case "numbers" -> values.add(new MetricValue.Numbers(List.of(Double.parseDouble(parts[1]))));
                case "strings" -> values.add(new MetricValue.Strings(List.of(parts[1])));
                default -> {}
            }
        }
        return values;
    }

    @Test
    void keepsWhatWasSentAndFillsInTheDefaults() {
        var draft = new BehaviorDraft("b", "aws:num-messages-sent", null, criteria(20, 600), true, null);

        CheckedBehaviors checked = BehaviorRules.AWS.check(List.of(draft), NAMES);

        assertThat(checked.behaviors())
                .containsExactly(BehaviorBuilder.aBehavior("b")
                        .on("aws:num-messages-sent")
                        .expects("less-than", 20)
                        .over(600)
                        .suppressed(true)
                        .build());
    }

    @Test
    void refusesABehaviorWithoutCriteria() {
        var draft = new BehaviorDraft("b", "aws:message-byte-size", null, null, null, null);

        assertThat(texts(List.of(draft)))
                .containsExactly("Behavior b: criteria must contain exactly one of value, statisticalThreshold"
                        + " or mlDetectionConfig");
    }

    @Test
    void refusesTwoBehaviorsOfOneName() {
        var draft = new BehaviorDraft("b", "aws:num-messages-sent", null, criteria(20, 300), null, null);

        assertThat(texts(List.of(draft, draft))).containsExactly("Behavior names must be unique: b");
    }

    @Test
    void refusesMoreThanAHundredBehaviors() {
        assertThat(texts(many(100))).isEmpty();
        assertThat(texts(many(101))).containsExactly("A security profile may have at most 100 behaviors");
    }

    @Test
    void refusesMoreThanAThousandElementsOfValues() {
        var cidrs = new MetricValue.Cidrs(Collections.nCopies(1001, "10.0.0.0/8"));
        var criteria = new CriteriaDraft("less-than", List.of(cidrs), null, null, null, null, null);
        var draft = new BehaviorDraft("b", "aws:message-byte-size", null, criteria, null, null);

        assertThat(texts(List.of(draft)))
                .contains("The values of a security profile's behaviors may have at most 1000 elements,"
                        + " but there are 1001");
    }

    @Test
    void namesEveryProblemOfEveryBehavior() {
        var first = new BehaviorDraft("a", "aws:nothing", null, criteria(1, 301), null, null);
        var second = new BehaviorDraft(null, null, null, criteria(1, null), null, null);

        assertThat(texts(List.of(first, second)))
                .containsExactly(
                        "Behavior a: metric aws:nothing is not a valid metric",
                        "Behavior a: durationSeconds must be one of 300, 600, 900, 1800, 3600",
                        "Behavior without name: name must be 1 to 128 characters of a-z, A-Z, 0-9, : _ -",
                        "Behavior without name: metric is required");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 59, 300, 301, 3600})
    void allowsAnyDurationUpToAnHourWhereShortWindowsAreAllowed(int seconds) {
        var draft = new BehaviorDraft("b", "aws:num-messages-sent", null, criteria(20, seconds), null, null);

        CheckedBehaviors checked = new BehaviorRules(Durations.FROM_ONE_SECOND).check(List.of(draft), NAMES);

        assertThat(checked.behaviors())
                .singleElement()
                .extracting(Behavior::windowSeconds)
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 3601})
    void refusesOtherDurationsAlsoWhereShortWindowsAreAllowed(int seconds) {
        var draft = new BehaviorDraft("b", "aws:num-messages-sent", null, criteria(20, seconds), null, null);

        CheckedBehaviors checked = new BehaviorRules(Durations.FROM_ONE_SECOND).check(List.of(draft), NAMES);

        assertThat(checked.problems())
                .extracting(Problem::toString)
                .containsExactly("Behavior b: durationSeconds must be from 1 to 3600");
    }

    private static List<String> texts(List<BehaviorDraft> drafts) {
        return BehaviorRules.AWS.check(drafts, NAMES).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static List<BehaviorDraft> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new BehaviorDraft("b" + n, "aws:num-messages-sent", null, criteria(1, 300), null, null))
                .toList();
    }

    private static CriteriaDraft criteria(long count, @Nullable Integer seconds) {
        return new CriteriaDraft("less-than", List.of(new MetricValue.Count(count)), seconds, null, null, null, null);
    }
}
