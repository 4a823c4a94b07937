// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.detect.ProfileUpdate.Removals;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.metric.MetricValue;
import java.util.List;
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

    /** The same behavior with these numbers of consecutive datapoints. */
    public static BehaviorDraft consecutive(BehaviorDraft behavior, int toAlarm, int toClear) {
        CriteriaDraft criteria = behavior.criteria();
        if (criteria == null) {
            throw new IllegalArgumentException("a behavior without criteria: " + behavior);
        }
        var counted = new CriteriaDraft(
                criteria.comparisonOperator(),
                criteria.values(),
                criteria.durationSeconds(),
                toAlarm,
                toClear,
                null,
                null);
        return new BehaviorDraft(behavior.name(), behavior.metric(), null, counted, null, null);
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
