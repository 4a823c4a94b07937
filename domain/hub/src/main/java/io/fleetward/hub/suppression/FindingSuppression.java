// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.suppression;

import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.FindingKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings that are nobody's business for a while: those that are stored and those that come. Immutable.
 *
 * @param id a UUID
 * @param reason why, for people
 * @param expiresAt when it ends by itself; null for never
 * @param createdBy the ARN of whoever created it
 * @param position while it is applied to stored findings, behind which one it goes on; null at the beginning
 */
public record FindingSuppression(
        String id,
        String reason,
        Subject subject,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        State state,
        @Nullable String position) {
    /** How far it has come. The constants' names are the wire names. */
    public enum State {
        /** New findings are suppressed; stored ones are gone through. */
        APPLYING,
        /** All findings are suppressed. */
        ACTIVE,
        /** Deleted or expired: findings get back what they had before, then it is gone. */
        RELEASING
    }

    /** Which findings it is about. */
    public sealed interface Subject {
        /** Those that meet criteria. */
        record Matching(RuleCriteria criteria) implements Subject {}

        /** Those with these keys. */
        record Named(List<FindingKey> findings) implements Subject {
            public Named {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Whether it suppresses what comes in at that moment. */
    public boolean isInForceAt(Instant now) {
        return state != State.RELEASING && !isExpiredAt(now);
    }

    public boolean isExpiredAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The filter at that moment; null when findings are named. */
    public @Nullable FindingFilter filter(Instant now) {
        return switch (subject) {
            case Subject.Matching(RuleCriteria criteria) -> criteria.filter(now);
            case Subject.Named ignored -> null;
        };
    }

    /** The same some stored findings further on; active when there are no more. */
    public FindingSuppression advanced(@Nullable String next) {
        return with(next == null ? State.ACTIVE : state, next);
    }

    /** The same, ended. */
    public FindingSuppression released() {
        return with(State.RELEASING, null);
    }

    private FindingSuppression with(State newState, @Nullable String newPosition) {
        return new FindingSuppression(id, reason, subject, expiresAt, createdAt, createdBy, newState, newPosition);
    }
}
