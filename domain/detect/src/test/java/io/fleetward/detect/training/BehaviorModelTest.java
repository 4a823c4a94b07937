// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.metric.DisconnectsMetric;
import io.fleetward.detect.metric.Facts;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.ProfileTarget;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BehaviorModelTest {
    private static final Instant BEGIN = Instant.parse("2026-06-01T00:00:00Z");
    private static final TrainingRules FROM_DAY_ONE = TrainingRules.STANDARD;
    private static final TrainingRules WAITING = new TrainingRules(
            FROM_DAY_ONE.window(),
            FROM_DAY_ONE.ripePoints(),
            FROM_DAY_ONE.firstPoints(),
            FROM_DAY_ONE.refresh(),
            FROM_DAY_ONE.early(),
            FROM_DAY_ONE.patience(),
            true,
            true);

    private final BehaviorModel begun = BehaviorModel.begun(
            new ModelKey(
                    new LearnedSubject(Facts.SCOPE, "p", "b", Measurand.of(new DisconnectsMetric())),
                    new ProfileTarget.AllThings()),
            BEGIN);

    private static Instant day(double days) {
        return BEGIN.plusSeconds((long) (days * Duration.ofDays(1).toSeconds()));
    }

    private static Gathering gathered(long points, double from, double to) {
        return new Gathering(points, day(from), day(to));
    }

    @Test
    void isLearnedAtOnceFromWhatThereIs() {
        assertThat(begun.dueAt()).isEqualTo(BEGIN);
        assertThat(begun.status()).isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(begun.suffices(gathered(99, -1, 0), FROM_DAY_ONE, BEGIN)).isFalse();
        assertThat(begun.suffices(gathered(100, -1, 0), FROM_DAY_ONE, BEGIN)).isTrue();

        BehaviorModel learned = begun.refreshed(gathered(100, -1, 0), FROM_DAY_ONE, BEGIN);

        assertThat(learned.status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(learned.version()).isEqualTo(1);
        assertThat(learned.collectingSince()).isEqualTo(day(-1));
        assertThat(learned.refreshedAt()).isEqualTo(BEGIN);
        assertThat(learned.collectedPercentage(FROM_DAY_ONE)).isEqualTo(0.4);
    }

    @Test
    void waitsForBothGatesWhereThatIsWanted() {
        BehaviorModel young = begun.notRefreshed(gathered(10, 0, 1), WAITING, day(1));

        assertThat(young.collectingSince()).isEqualTo(BEGIN);
        assertThat(young.suffices(gathered(25_000, 0, 13.9), WAITING, day(13.9)))
                .isFalse();
        assertThat(young.suffices(gathered(24_999, 0, 14), WAITING, day(14))).isFalse();
        assertThat(young.suffices(gathered(25_000, 0, 14), WAITING, day(14))).isTrue();
        assertThat(young.suffices(gathered(25_000, 6, 20), WAITING, day(20)))
                .as("what was kept reaches back no further, but it was measured before")
                .isTrue();
        assertThat(begun.suffices(Gathering.NONE, WAITING, day(14))).isFalse();
    }

    @Test
    void isLearnedAnewTheSoonerTheYoungerItIs() {
        assertThat(begun.refreshed(gathered(100, 0, 0.1), FROM_DAY_ONE, day(0.1))
                        .dueAt())
                .isEqualTo(day(0.1).plus(Duration.ofHours(1)));
        assertThat(begun.refreshed(gathered(100, 0, 2), FROM_DAY_ONE, day(2)).dueAt())
                .isEqualTo(day(2.5));
        assertThat(begun.refreshed(gathered(100, 0, 13), FROM_DAY_ONE, day(13)).dueAt())
                .isEqualTo(day(14));
        assertThat(begun.refreshed(gathered(25_000, 0, 14), FROM_DAY_ONE, day(14))
                        .dueAt())
                .isEqualTo(day(15));
    }

    @Test
    void isNotLearnedAgainFromNothingNew() {
        BehaviorModel learned = begun.refreshed(gathered(100, 0, 2), FROM_DAY_ONE, day(2));

        assertThat(learned.suffices(gathered(500, 0, 2), FROM_DAY_ONE, day(3))).isFalse();
        assertThat(learned.suffices(gathered(500, 0, 2.1), FROM_DAY_ONE, day(3)))
                .isTrue();
    }

    @Test
    void expiresThirtyDaysAfterItWasLastLearned() {
        BehaviorModel paused =
                begun.refreshed(gathered(100, 0, 2), FROM_DAY_ONE, day(2)).paused(FROM_DAY_ONE, day(31.9));

        assertThat(paused.status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(paused.points()).isEqualTo(100);
        assertThat(paused.dueAt()).isEqualTo(day(32.9));
        assertThat(paused.lost(day(32)).suffices(gathered(100, 0, 2), FROM_DAY_ONE, day(32)))
                .as("learned anew from nothing new, because it was lost")
                .isTrue();
        assertThat(paused.paused(FROM_DAY_ONE, day(32)).status()).isEqualTo(ModelStatus.EXPIRED);
        assertThat(paused.refreshed(gathered(100, 30, 32), FROM_DAY_ONE, day(32))
                        .status())
                .as("resumed in time")
                .isEqualTo(ModelStatus.ACTIVE);
    }

    @Test
    void isGivenUpThirtyDaysAfterItShouldHaveBeenLearned() {
        BehaviorModel waiting = begun.notRefreshed(Gathering.NONE, WAITING, day(43.9));

        assertThat(waiting.status()).isEqualTo(ModelStatus.PENDING_BUILD);
        assertThat(waiting.collectingSince()).isNull();
        assertThat(waiting.dueAt()).isEqualTo(day(43.9).plus(Duration.ofHours(1)));
        assertThat(waiting.notRefreshed(Gathering.NONE, WAITING, day(44)).status())
                .isEqualTo(ModelStatus.EXPIRED);
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        assertThatThrownBy(() -> new TrainingRules(
                        Duration.ofMinutes(1),
                        1,
                        1,
                        Duration.ofDays(1),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        false,
                        false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
