// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.ingest.FindingEdit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A walk through the stored findings that applies one rule, as it was at the start, to those that meet its criteria.
 * Immutable.
 *
 * @param id a UUID
 * @param startedBy the ARN of whoever started it
 * @param position behind which finding it goes on, in the order of fingerprints; null at the beginning
 * @param matched how many findings met the criteria so far
 * @param changed how many of them had not had all the values before
 * @param endedAt null while it is in progress
 */
public record RuleApplication(
        String id,
        String ruleId,
        RuleCriteria criteria,
        FindingEdit action,
        Instant startedAt,
        String startedBy,
        Status status,
        @Nullable String position,
        long matched,
        long changed,
        @Nullable Instant endedAt) {
    private static final int HEXADECIMAL = 16;
    private static final int LEADING_DIGITS = 4;
    private static final int POSITIONS = 1 << 16;
    private static final int PERCENT = 100;

    /** What has become of it. The constants' names are the wire names. */
    public enum Status {
        IN_PROGRESS,
        COMPLETED,
        CANCELED
    }

    /** One that has everything before it. */
    public static RuleApplication start(String id, AutomationRule rule, Instant now, String startedBy) {
        return new RuleApplication(
                id, rule.id(), rule.criteria(), rule.action(), now, startedBy, Status.IN_PROGRESS, null, 0, 0, null);
    }

    public boolean isInProgress() {
        return status == Status.IN_PROGRESS;
    }

    /** The findings it is about; days count from its start. */
    public FindingFilter filter() {
        return criteria.filter(startedAt);
    }

    /** How much of the findings is behind it, 0 to 100: fingerprints are spread evenly. */
    public int progressPercent() {
        if (status == Status.COMPLETED) {
            return PERCENT;
        }
        if (position == null) {
            return 0;
        }
        String fingerprint =
                SortPosition.parse(FindingOrder.FINGERPRINT, position).fingerprint();
        return Integer.parseInt(fingerprint, 0, LEADING_DIGITS, HEXADECIMAL) * PERCENT / POSITIONS;
    }

    /**
     * The same some findings further on.
     *
     * @param next behind which finding it goes on; null when there are no more
     */
    public RuleApplication advanced(@Nullable String next, long moreMatched, long moreChanged, Instant now) {
        return new RuleApplication(
                id,
                ruleId,
                criteria,
                action,
                startedAt,
                startedBy,
                next == null ? Status.COMPLETED : status,
                next,
                matched + moreMatched,
                changed + moreChanged,
                next == null ? now : null);
    }

    /** The same, called off. */
    public RuleApplication canceled(Instant now) {
        return new RuleApplication(
                id, ruleId, criteria, action, startedAt, startedBy, Status.CANCELED, position, matched, changed, now);
    }
}
