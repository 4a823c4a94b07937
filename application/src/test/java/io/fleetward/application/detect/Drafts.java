// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.detect.ProfileUpdate.Removals;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.behavior.BehaviorDraft.DimensionDraft;
import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user might send, for tests. */
public final class Drafts {
    private Drafts() {}

    /** The behavior of the tutorial: messages of less than 8 bytes. */
    public static BehaviorDraft tinyMessages() {
        return behavior("msgSize", "aws:message-byte-size", "less-than", 8);
    }

    /** A static behavior over five minutes of AWS. */
    public static BehaviorDraft behavior(String name, String metric, String operator, long count) {
        var criteria = new CriteriaDraft(operator, List.of(new MetricValue.Count(count)), 300, null, null, null, null);
        return new BehaviorDraft(name, metric, null, criteria, null, null);
    }

    /** A behavior on the addresses that a device uses. */
    public static BehaviorDraft addresses(String name, String operator, String... blocks) {
        var criteria = new CriteriaDraft(
                operator, List.of(new MetricValue.Cidrs(List.of(blocks))), null, null, null, null, null);
        return new BehaviorDraft(name, "aws:source-ip-address", null, criteria, null, null);
    }

    /** A behavior that compares with a percentile of what all devices do in five minutes of AWS. */
    public static BehaviorDraft percentile(String name, String metric, String operator, String statistic) {
        var criteria = new CriteriaDraft(operator, null, 300, null, null, statistic, null);
        return new BehaviorDraft(name, metric, null, criteria, null, null);
    }

    /** A behavior that is learned. */
    public static BehaviorDraft learned(String name, String metric, String confidence) {
        var criteria = new CriteriaDraft(null, null, null, null, null, null, confidence);
        return new BehaviorDraft(name, metric, null, criteria, null, null);
    }

    /** The same behavior over another duration, or none. */
    public static BehaviorDraft over(@Nullable Integer seconds, BehaviorDraft behavior) {
        CriteriaDraft criteria = criteria(behavior);
        return with(
                behavior,
                new CriteriaDraft(
                        criteria.comparisonOperator(),
                        criteria.values(),
                        seconds,
                        criteria.datapointsToAlarm(),
                        criteria.datapointsToClear(),
                        criteria.statistic(),
                        null));
    }

    /** The same behavior with a look at what is inside a dimension, or outside. */
    public static BehaviorDraft within(String dimension, String operator, BehaviorDraft behavior) {
        return new BehaviorDraft(
                behavior.name(),
                behavior.metric(),
                new DimensionDraft(dimension, operator),
                behavior.criteria(),
                behavior.suppressAlerts(),
                behavior.exportMetric());
    }

    private static CriteriaDraft criteria(BehaviorDraft behavior) {
        return Objects.requireNonNull(behavior.criteria(), "a behavior without criteria");
    }

    private static BehaviorDraft with(BehaviorDraft behavior, CriteriaDraft criteria) {
        return new BehaviorDraft(
                behavior.name(),
                behavior.metric(),
                behavior.dimension(),
                criteria,
                behavior.suppressAlerts(),
                behavior.exportMetric());
    }

    /** The same behavior with these numbers of consecutive datapoints. */
    public static BehaviorDraft consecutive(BehaviorDraft behavior, int toAlarm, int toClear) {
        CriteriaDraft criteria = criteria(behavior);
        var counted = new CriteriaDraft(
                criteria.comparisonOperator(),
                criteria.values(),
                criteria.durationSeconds(),
                toAlarm,
                toClear,
                criteria.statistic(),
                criteria.confidenceLevel());
        return with(behavior, counted);
    }

    /** A profile of just these behaviors. */
    public static ProfileDraft profile(BehaviorDraft... behaviors) {
        return new ProfileDraft(null, List.of(behaviors), null, null, null, null);
    }

    /** A profile of nothing. */
    public static ProfileDraft nothing() {
        return new ProfileDraft(null, null, null, null, null, null);
    }

    /** The wish to replace the behaviors of a profile. */
    public static ProfileUpdate update(String name, BehaviorDraft... behaviors) {
        return update(name, null, behaviors);
    }

    /** The wish to replace the behaviors of a profile that should have this version. */
    public static ProfileUpdate update(String name, @Nullable Long expectedVersion, BehaviorDraft... behaviors) {
        return new ProfileUpdate(name, profile(behaviors), Removals.NONE, expectedVersion);
    }
}
