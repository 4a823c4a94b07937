// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.kernel.AccountRegion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledAuditTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-03T12:00:00Z");
    private static final CheckName CHECK = new CheckName("LOGGING_DISABLED_CHECK");

    @Test
    void runsAtAStableMinuteThatDiffersFromScheduleToSchedule() {
        assertThat(minuteOf(daily("nightly"))).isEqualTo(minuteOf(daily("nightly")));
        assertThat(minuteOf(daily("nightly"))).isNotEqualTo(minuteOf(daily("other")));
    }

    @Test
    void isDueWithinItsFirstPeriod() {
        ScheduledAudit schedule = daily("nightly");

        assertThat(schedule.nextRunAt()).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(schedule.isDueAt(schedule.nextRunAt().minusMillis(1))).isFalse();
        assertThat(schedule.isDueAt(schedule.nextRunAt())).isTrue();
    }

    @Test
    void makesUpForMissedRunsOnce() {
        Instant late = NOW.plus(Duration.ofDays(10));

        ScheduledAudit after = daily("nightly").ran(late);

        assertThat(after.nextRunAt()).isAfter(late).isBeforeOrEqualTo(late.plus(Duration.ofDays(1)));
    }

    @Test
    void keepsCountingWhenOnlyItsChecksChange() {
        var recurrence = new Recurrence.Biweekly(DayOfWeek.FRIDAY);
        ScheduledAudit schedule = ScheduledAudit.start(SCOPE, "s", recurrence, List.of(CHECK), NOW);
        Instant later = NOW.plus(Duration.ofDays(8));

        ScheduledAudit other = schedule.changed(recurrence, List.of(new CheckName("B")), later);

        assertThat(other.nextRunAt()).isEqualTo(schedule.nextRunAt());
        assertThat(other.since()).isEqualTo(NOW);
        assertThat(other.checks()).containsExactly(new CheckName("B"));
    }

    @Test
    void countsAnewWhenItsRecurrenceChanges() {
        ScheduledAudit schedule = daily("s");
        Instant later = NOW.plus(Duration.ofDays(8));

        ScheduledAudit other = schedule.changed(new Recurrence.Weekly(DayOfWeek.FRIDAY), schedule.checks(), later);

        assertThat(other.since()).isEqualTo(later);
        assertThat(other.nextRunAt()).isAfter(later);
        assertThat(other.nextRunAt().atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
    }

    @Test
    void runsEachCheckOnce() {
        ScheduledAudit schedule = ScheduledAudit.start(SCOPE, "s", new Recurrence.Daily(), List.of(CHECK, CHECK), NOW);

        assertThat(schedule.checks()).containsExactly(CHECK);
    }

    private static ScheduledAudit daily(String name) {
        return ScheduledAudit.start(SCOPE, name, new Recurrence.Daily(), List.of(CHECK), NOW);
    }

    private static int minuteOf(ScheduledAudit schedule) {
        return schedule.nextRunAt().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    }
}
