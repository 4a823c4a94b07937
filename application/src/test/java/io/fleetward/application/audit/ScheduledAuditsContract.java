// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.audit.schedule.DayOfMonth;
import io.fleetward.audit.schedule.Recurrence;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.kernel.AccountRegion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link ScheduledAudits} promises. */
public abstract class ScheduledAuditsContract {
    protected abstract Transactions transactions();

    protected abstract ScheduledAudits schedules();

    static Stream<Recurrence> everyRecurrence() {
        return Stream.of(
                new Recurrence.Daily(),
                new Recurrence.Weekly(DayOfWeek.SUNDAY),
                new Recurrence.Biweekly(DayOfWeek.THURSDAY),
                new Recurrence.Monthly(new DayOfMonth(31)),
                new Recurrence.Monthly(DayOfMonth.OF_LAST));
    }

    @ParameterizedTest
    @MethodSource("everyRecurrence")
    void keepsEveryRecurrence(Recurrence recurrence) {
        var schedule = ScheduledAudit.start(SCOPE, "nightly", recurrence, List.of(OTHER_CHECK, CHECK), NOON);
        put(schedule);

        assertThat(find(SCOPE, "nightly")).isEqualTo(schedule);
    }

    @Test
    void replacesTheScheduleOfAName() {
        ScheduledAudit first = put(daily(SCOPE, "nightly", NOON));
        ScheduledAudit second = put(first.changed(new Recurrence.Weekly(DayOfWeek.MONDAY), List.of(OTHER_CHECK), NOON));

        assertThat(find(SCOPE, "nightly")).isEqualTo(second);
    }

    @Test
    void keepsTheSchedulesOfAccountsAndRegionsApart() {
        ScheduledAudit mine = put(daily(SCOPE, "nightly", NOON));
        put(daily(OTHER_REGION, "nightly", NOON));
        put(daily(OTHER_ACCOUNT, "nightly", NOON));

        assertThat(of(SCOPE)).containsExactly(mine);
        assertThat(remove(SCOPE, "nightly")).isTrue();
        assertThat(remove(SCOPE, "nightly")).isFalse();
        assertThat(find(SCOPE, "nightly")).isNull();
        assertThat(of(OTHER_REGION)).hasSize(1);
        assertThat(of(OTHER_ACCOUNT)).hasSize(1);
    }

    @Test
    void listsByName() {
        put(daily(SCOPE, "b", NOON));
        put(daily(SCOPE, "C", NOON));
        put(daily(SCOPE, "a", NOON));

        assertThat(of(SCOPE)).extracting(ScheduledAudit::name).containsExactly("C", "a", "b");
    }

    @Test
    void findsWhatIsDueInAnyAccountTheLongestDueFirst() {
        ScheduledAudit late = put(due(SCOPE, "late", NOON.minusSeconds(5)));
        ScheduledAudit later = put(due(OTHER_ACCOUNT, "later", NOON.minusSeconds(60)));
        ScheduledAudit now = put(due(OTHER_REGION, "now", NOON));
        put(due(SCOPE, "future", NOON.plusMillis(1)));

        assertThat(transactions().<List<ScheduledAudit>>read(tx -> schedules().dueAt(tx, NOON, 10)))
                .containsExactly(later, late, now);
        assertThat(transactions().<List<ScheduledAudit>>read(tx -> schedules().dueAt(tx, NOON, 2)))
                .containsExactly(later, late);
    }

    @Test
    void tellsWhenTheNextOneIsDue() {
        assertThat(nextDue()).isNull();
        put(due(SCOPE, "b", NOON.plusSeconds(60)));
        put(due(OTHER_ACCOUNT, "a", NOON.plusSeconds(30)));

        assertThat(nextDue()).isEqualTo(NOON.plusSeconds(30));
    }

    private static ScheduledAudit daily(AccountRegion scope, String name, Instant now) {
        return ScheduledAudit.start(scope, name, new Recurrence.Daily(), List.of(CHECK), now);
    }

    private static ScheduledAudit due(AccountRegion scope, String name, Instant at) {
        return new ScheduledAudit(
                scope, name, new Recurrence.Daily(), List.of(CHECK), at.minus(Duration.ofDays(1)), at);
    }

    private ScheduledAudit put(ScheduledAudit schedule) {
        transactions().change(tx -> schedules().put(tx, schedule));
        return schedule;
    }

    private @Nullable ScheduledAudit find(AccountRegion scope, String name) {
        return transactions().read(tx -> schedules().find(tx, scope, name));
    }

    private List<ScheduledAudit> of(AccountRegion scope) {
        return transactions().read(tx -> schedules().of(tx, scope));
    }

    private boolean remove(AccountRegion scope, String name) {
        return transactions().write(tx -> schedules().remove(tx, scope, name));
    }

    private @Nullable Instant nextDue() {
        return transactions().read(tx -> schedules().nextDue(tx));
    }
}
