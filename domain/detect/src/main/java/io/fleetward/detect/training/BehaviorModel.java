// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import io.fleetward.detect.coverage.ModelKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of the model of one learned behavior (detect, ML Detect): it waits for datapoints, judges, is learned anew
 * each day, and expires when there is nothing to learn from for too long.
 *
 * <p>Immutable; each attempt to learn makes the next record.
 *
 * @param createdAt when the behavior was first seen
 * @param collectingSince when the first datapoint was measured that there was to learn from; null before
 * @param points how many datapoints there were at the last attempt
 * @param refreshedAt when the model was last learned; null before
 * @param version of the model; 0 while there is none
 * @param dueAt when the next attempt is due
 * @param isExpired whether it was given up
 */
public record BehaviorModel(
        ModelKey key,
        Instant createdAt,
        @Nullable Instant collectingSince,
        long points,
        @Nullable Instant refreshedAt,
        long version,
        Instant dueAt,
        boolean isExpired) {
    private static final double PERCENT = 100;

    /** A model to be learned at once. */
    public static BehaviorModel begun(ModelKey key, Instant now) {
        return new BehaviorModel(key, now, null, 0, null, 0, now, false);
    }

    public ModelStatus status() {
        if (isExpired) {
            return ModelStatus.EXPIRED;
        }
        return version == 0 ? ModelStatus.PENDING_BUILD : ModelStatus.ACTIVE;
    }

    /** How much of the datapoints that make a model ripe there was, 0 to 100. */
    public double collectedPercentage(TrainingRules rules) {
        return Math.min(PERCENT, PERCENT * points / rules.ripePoints());
    }

    /** Whether a model may be made of this. */
    public boolean suffices(Gathering gathered, TrainingRules rules, Instant now) {
        if (rules.waits()) {
            return isRipe(gathered, rules, now);
        }
        boolean isNew = refreshedAt == null
                || (gathered.latest() != null && gathered.latest().isAfter(refreshedAt));
        return isNew && gathered.points() >= rules.firstPoints();
    }

    /** The next record after a model was learned of this. */
    public BehaviorModel refreshed(Gathering gathered, TrainingRules rules, Instant now) {
        return new BehaviorModel(
                key,
                createdAt,
                since(gathered),
                gathered.points(),
                now,
                version + 1,
                next(gathered, rules, now),
                false);
    }

    /** The next record after there was only this, or nothing, which was too little. */
    public BehaviorModel notRefreshed(Gathering gathered, TrainingRules rules, Instant now) {
        Instant hopedSince = refreshedAt == null ? createdAt.plus(rules.window()) : refreshedAt;
        boolean isTooLate = !now.isBefore(hopedSince.plus(rules.patience()));
        return new BehaviorModel(
                key,
                createdAt,
                since(gathered),
                gathered.points(),
                refreshedAt,
                version,
                next(gathered, rules, now),
                isTooLate);
    }

    private Instant next(Gathering gathered, TrainingRules rules, Instant now) {
        Instant since = since(gathered);
        Duration known = since == null ? Duration.ZERO : Duration.between(since, now);
        return now.plus(rules.interval(known, isRipe(gathered, rules, now)));
    }

    /** The next record after nothing was looked at, because the behavior is not watched on any device. */
    public BehaviorModel paused(TrainingRules rules, Instant now) {
        return notRefreshed(new Gathering(points, null, null), rules, now);
    }

    /** The same after the model was lost: it is to be learned anew, even from nothing new. */
    public BehaviorModel lost(Instant now) {
        return new BehaviorModel(key, createdAt, collectingSince, points, null, version, now, isExpired);
    }

    /** The same, to be looked at again at once. */
    public BehaviorModel due(Instant now) {
        return new BehaviorModel(key, createdAt, collectingSince, points, refreshedAt, version, now, isExpired);
    }

    private boolean isRipe(Gathering gathered, TrainingRules rules, Instant now) {
        Instant since = since(gathered);
        return since != null
                && gathered.points() >= rules.ripePoints()
                && !since.plus(rules.window()).isAfter(now);
    }

    private @Nullable Instant since(Gathering gathered) {
        return collectingSince == null ? gathered.earliest() : collectingSince;
    }
}
