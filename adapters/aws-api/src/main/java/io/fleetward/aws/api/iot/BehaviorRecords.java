// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.aws.model.iot.Behavior;
import io.fleetward.aws.model.iot.BehaviorCriteria;
import io.fleetward.aws.model.iot.MachineLearningDetectionConfig;
import io.fleetward.aws.model.iot.MetricDimension;
import io.fleetward.aws.model.iot.StatisticalThreshold;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.metric.Measurand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates behaviors, from what was sent and to what is shown. */
final class BehaviorRecords {
    private BehaviorRecords() {}

    static @Nullable List<BehaviorDraft> drafts(@Nullable List<Behavior> sent) {
        return sent == null ? null : sent.stream().map(BehaviorRecords::draft).toList();
    }

    static BehaviorDraft draft(Behavior sent) {
        return new BehaviorDraft(
                sent.name(),
                sent.metric(),
                dimension(sent.metricDimension()),
                criteria(sent.criteria()),
                sent.suppressAlerts(),
                sent.exportMetric());
    }

    static @Nullable DimensionDraft dimension(@Nullable MetricDimension sent) {
        return sent == null ? null : new DimensionDraft(sent.dimensionName(), sent.operator());
    }

    static @Nullable MetricDimension shownDimension(Measurand measurand) {
        return measurand.dimension() == null
                ? null
                : new MetricDimension(
                        measurand.dimension().name(),
                        measurand.dimension().operator().name());
    }

    private static @Nullable CriteriaDraft criteria(@Nullable BehaviorCriteria sent) {
        if (sent == null) {
            return null;
        }
        return new CriteriaDraft(
                sent.comparisonOperator(),
                sent.value() == null ? null : MetricValueRecords.set(sent.value()),
                sent.durationSeconds(),
                sent.consecutiveDatapointsToAlarm(),
                sent.consecutiveDatapointsToClear(),
                statistic(sent),
                confidence(sent));
    }

    /** A configuration without a confidence asks to learn all the same. */
    private static @Nullable String confidence(BehaviorCriteria sent) {
        if (sent.mlDetectionConfig() == null) {
            return null;
        }
        String confidence = sent.mlDetectionConfig().confidenceLevel();
        return confidence == null ? "" : confidence;
    }

    /** A threshold without a statistic is a statistical threshold all the same. */
    private static @Nullable String statistic(BehaviorCriteria sent) {
        if (sent.statisticalThreshold() == null) {
            return null;
        }
        String statistic = sent.statisticalThreshold().statistic();
        return statistic == null ? "" : statistic;
    }

    static Behavior shown(io.fleetward.detect.behavior.Behavior behavior) {
        return Behavior.builder()
                .name(behavior.name())
                .metric(behavior.metric().name())
                .metricDimension(shownDimension(behavior.measurand()))
                .criteria(shownCriteria(behavior))
                .suppressAlerts(behavior.suppressAlerts())
                .exportMetric(behavior.exportMetric())
                .build();
    }

    private static BehaviorCriteria shownCriteria(io.fleetward.detect.behavior.Behavior behavior) {
        BehaviorCriteria.Builder criteria = BehaviorCriteria.builder()
                .durationSeconds(behavior.criteria().durationSeconds())
                .consecutiveDatapointsToAlarm(behavior.datapointsToAlarm())
                .consecutiveDatapointsToClear(behavior.datapointsToClear());
        return switch (behavior.criteria()) {
            case StaticCriteria fixed ->
                criteria.comparisonOperator(fixed.operator().wireName())
                        .value(MetricValueRecords.shown(fixed.value()))
                        .build();
            case StatisticalCriteria statistical ->
                criteria.comparisonOperator(statistical.operator().wireName())
                        .statisticalThreshold(
                                new StatisticalThreshold(statistical.statistic().wireName()))
                        .build();
            case LearnedCriteria learned ->
                criteria.mlDetectionConfig(new MachineLearningDetectionConfig(
                                learned.confidence().name()))
                        .build();
        };
    }
}
