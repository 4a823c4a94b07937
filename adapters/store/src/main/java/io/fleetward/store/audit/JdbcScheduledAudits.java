// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.ScheduledAudits;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.DayOfMonth;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.Recurrence;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.audit.schedule.Weekdays;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_schedule}. Thread-safe. */
public final class JdbcScheduledAudits implements ScheduledAudits {
    private static final Table<Record> SCHEDULE = table(name("audit_schedule"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> FREQUENCY = text("frequency");
    private static final Field<String> DAY = text("day");
    private static final Field<String> CHECKS = text("checks");
    private static final Field<Long> SINCE = number("since");
    private static final Field<Long> NEXT_RUN_AT = number("next_run_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, FREQUENCY, DAY, CHECKS, SINCE, NEXT_RUN_AT);

    @Override
    public @Nullable ScheduledAudit find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SCHEDULE)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcScheduledAudits::schedule);
    }

    @Override
    public void put(Tx tx, ScheduledAudit schedule) {
        SqlTx.dsl(tx)
                .insertInto(SCHEDULE)
                .set(Tenant.row(schedule.scope()))
                .set(NAME, schedule.name())
                .set(FREQUENCY, schedule.recurrence().frequency().name())
                .set(DAY, day(schedule.recurrence()))
                .set(CHECKS, schedule.checks().stream().map(CheckName::value).collect(Collectors.joining("\n")))
                .set(SINCE, schedule.since().toEpochMilli())
                .set(NEXT_RUN_AT, schedule.nextRunAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(SCHEDULE)
                        .where(Tenant.is(scope).and(NAME.eq(name)))
                        .execute()
                > 0;
    }

    @Override
    public List<ScheduledAudit> of(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SCHEDULE)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcScheduledAudits::schedule);
    }

    @Override
    public List<ScheduledAudit> dueAt(Tx tx, Instant now, int limit) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SCHEDULE)
                .where(NEXT_RUN_AT.le(now.toEpochMilli()))
                .orderBy(NEXT_RUN_AT, ACCOUNT, REGION, NAME)
                .limit(limit)
                .fetch(JdbcScheduledAudits::schedule);
    }

    @Override
    public @Nullable Instant nextDue(Tx tx) {
        Long next = SqlTx.dsl(tx).select(min(NEXT_RUN_AT)).from(SCHEDULE).fetchOne(min(NEXT_RUN_AT));
        return next == null ? null : Instant.ofEpochMilli(next);
    }

    private static ScheduledAudit schedule(Record row) {
        return new ScheduledAudit(
                Tenant.of(row),
                row.get(NAME),
                recurrence(row),
                row.get(CHECKS).lines().map(CheckName::new).toList(),
                Instant.ofEpochMilli(row.get(SINCE)),
                Instant.ofEpochMilli(row.get(NEXT_RUN_AT)));
    }

    private static @Nullable String day(Recurrence recurrence) {
        return switch (recurrence) {
            case Recurrence.Daily _ -> null;
            case Recurrence.Weekly weekly -> Weekdays.wireName(weekly.day());
            case Recurrence.Biweekly biweekly -> Weekdays.wireName(biweekly.day());
            case Recurrence.Monthly monthly -> monthly.day().toString();
        };
    }

    private static Recurrence recurrence(Record row) {
        String day = row.get(DAY);
        return switch (Frequency.valueOf(row.get(FREQUENCY))) {
            case DAILY -> new Recurrence.Daily();
            case WEEKLY -> new Recurrence.Weekly(Weekdays.parse(day));
            case BIWEEKLY -> new Recurrence.Biweekly(Weekdays.parse(day));
            case MONTHLY -> new Recurrence.Monthly(DayOfMonth.parse(day));
        };
    }
}
