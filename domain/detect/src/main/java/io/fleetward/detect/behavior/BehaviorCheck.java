// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.DurationUse;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.Problem;
import io.fleetward.kernel.net.Cidr;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks one behavior, adding what is wrong with it to a list. Confined to one check. */
final class BehaviorCheck {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final String STATISTICS =
            Arrays.stream(Statistic.values()).map(Statistic::wireName).collect(Collectors.joining(", "));
    private static final Map<String, ConfidenceLevel> CONFIDENCE_LEVELS = Arrays.stream(ConfidenceLevel.values())
            .collect(Collectors.toMap(ConfidenceLevel::name, level -> level, (one, _) -> one, LinkedHashMap::new));
    private static final int MOST_CONSECUTIVE = 10;
    private static final int HIGHEST_PORT = 65_535;

    private final BehaviorDraft draft;
    private final BehaviorNames names;
    private final Durations durations;
    private final List<Problem> problems;

    BehaviorCheck(BehaviorDraft draft, BehaviorNames names, Durations durations, List<Problem> problems) {
        this.draft = draft;
        this.names = names;
        this.durations = durations;
        this.problems = problems;
    }

    /** The behavior, or null when at least one problem was added. */
    @Nullable
    Behavior run() {
        int before = problems.size();
        if (draft.name() == null || !NAME.matcher(draft.name()).matches()) {
            problem("name must be 1 to 128 characters of a-z, A-Z, 0-9, : _ -");
        }
        Measurand measurand = new MeasurandCheck(names, this::problem).run(draft.metric(), draft.dimension());
        Criteria criteria = criteria(measurand == null ? null : measurand.metric());
        CriteriaDraft counts = draft.criteria();
        int toAlarm = consecutive("consecutiveDatapointsToAlarm", counts == null ? null : counts.datapointsToAlarm());
        int toClear = consecutive("consecutiveDatapointsToClear", counts == null ? null : counts.datapointsToClear());
        if (problems.size() > before || draft.name() == null || measurand == null || criteria == null) {
            return null;
        }
        return new Behavior(
                draft.name(), measurand, criteria, toAlarm, toClear, draft.suppressAlerts(), draft.exportMetric());
    }

    private @Nullable Criteria criteria(@Nullable Metric metric) {
        CriteriaDraft criteria = draft.criteria();
        if (criteria == null || ways(criteria) != 1) {
            problem("criteria must contain exactly one of value, statisticalThreshold or mlDetectionConfig");
            return null;
        }
        if (criteria.statistic() != null) {
            return statisticalCriteria(metric, criteria, criteria.statistic());
        }
        if (criteria.confidenceLevel() != null) {
            return learnedCriteria(metric, criteria, criteria.confidenceLevel());
        }
        return staticCriteria(metric, criteria);
    }

    private static int ways(CriteriaDraft criteria) {
        return (criteria.values() == null ? 0 : 1)
                + (criteria.statistic() == null ? 0 : 1)
                + (criteria.confidenceLevel() == null ? 0 : 1);
    }

    private @Nullable Criteria staticCriteria(@Nullable Metric metric, CriteriaDraft criteria) {
        ComparisonOperator operator = operator(metric, criteria.comparisonOperator());
        MetricValue value = value(metric, criteria.values());
        boolean isRequired = metric != null && metric.durationUse() == DurationUse.REQUIRED;
        Integer seconds = duration(metric, criteria.durationSeconds(), isRequired);
        return operator == null || value == null ? null : new StaticCriteria(operator, value, seconds);
    }

    private @Nullable Criteria statisticalCriteria(@Nullable Metric metric, CriteriaDraft criteria, String wireName) {
        ComparisonOperator operator = operator(metric, criteria.comparisonOperator());
        if (metric != null && !metric.hasPercentiles()) {
            problem("metric " + metric.name() + " does not support statisticalThreshold");
        }
        Statistic statistic = Statistic.ofWireName(wireName);
        if (statistic == null) {
            problem("statisticalThreshold's statistic must be one of " + STATISTICS);
        }
        Integer seconds = duration(metric, criteria.durationSeconds(), true);
        return operator == null || statistic == null || seconds == null
                ? null
                : new StatisticalCriteria(operator, statistic, seconds);
    }

    private @Nullable Criteria learnedCriteria(@Nullable Metric metric, CriteriaDraft criteria, String wireName) {
        if (metric != null && !metric.isLearnable()) {
            problem("metric " + metric.name() + " does not support mlDetectionConfig");
        }
        refuseBesideLearning("comparisonOperator", criteria.comparisonOperator());
        refuseBesideLearning("durationSeconds", criteria.durationSeconds());
        ConfidenceLevel confidence = CONFIDENCE_LEVELS.get(wireName);
        if (confidence == null) {
            problem("mlDetectionConfig's confidenceLevel must be one of "
                    + String.join(", ", CONFIDENCE_LEVELS.keySet()));
        }
        return confidence == null ? null : new LearnedCriteria(confidence);
    }

    private void refuseBesideLearning(String field, @Nullable Object sent) {
        if (sent != null) {
            problem("criteria with mlDetectionConfig must not have " + field);
        }
    }

    private @Nullable Integer duration(@Nullable Metric metric, @Nullable Integer seconds, boolean isRequired) {
        if (seconds == null && isRequired) {
            String subject = metric == null ? "" : "metric " + metric.name() + " ";
            problem(subject + "requires criteria's duration field to be set");
        }
        if (seconds != null && !durations.allow(seconds)) {
            problem("durationSeconds must be " + durations.description());
        }
        return seconds;
    }

    private @Nullable ComparisonOperator operator(@Nullable Metric metric, @Nullable String wireName) {
        if (wireName == null) {
            String subject = metric == null ? "" : "metric " + metric.name() + " ";
            problem(subject + "requires criteria's comparisonOperator field to be set");
            return null;
        }
        ComparisonOperator operator = ComparisonOperator.ofWireName(wireName);
        if (metric == null && operator == null) {
            problem(wireName + " is not a comparisonOperator");
        } else if (metric != null && (operator == null || !metric.operators().contains(operator))) {
            problem("metric " + metric.name() + " does not support operator " + wireName);
        }
        return operator;
    }

    private @Nullable MetricValue value(@Nullable Metric metric, @Nullable List<MetricValue> values) {
        if (values == null || values.size() != 1) {
            problem("criteria's value must have exactly one of count, cidrs, ports, number, numbers or strings");
            return null;
        }
        MetricValue value = values.getFirst();
        checkElements(value);
        if (metric != null && !metric.accepts(value.kind())) {
            problem("metric " + metric.name() + " requires criteria's value to be of type "
                    + metric.valueKind().wireName());
        }
        return value;
    }

    private void checkElements(MetricValue value) {
        switch (value) {
            case MetricValue.Count(long count) when count < 0 -> problem("count must not be negative: " + count);
            case MetricValue.Cidrs(List<String> cidrs) ->
                cidrs.stream()
                        .filter(text -> Cidr.parse(text) == null)
                        .forEach(text -> problem(text + " is neither an address nor a block of addresses"));
            case MetricValue.Ports(List<Integer> ports) ->
                ports.stream()
                        .filter(port -> port < 0 || port > HIGHEST_PORT)
                        .forEach(port -> problem(port + " is not a port"));
            case MetricValue.Numeric(double number)
            when !Double.isFinite(number) -> problem("number must be finite: " + number);
            case MetricValue.Count _, MetricValue.Numeric _, MetricValue.Numbers _, MetricValue.Strings _ -> {}
        }
    }

    private int consecutive(String field, @Nullable Integer count) {
        if (count == null) {
            return 1;
        }
        if (count < 1 || count > MOST_CONSECUTIVE) {
            problem(field + " must be between 1 and " + MOST_CONSECUTIVE);
        }
        return count;
    }

    private void problem(String what) {
        problems.add(new Problem("Behavior " + (draft.name() == null ? "without name" : draft.name()), what));
    }
}
