// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.events.archive.ArchivedEvents.Position;
import io.fleetward.application.events.archive.Replay;
import io.fleetward.application.events.archive.Replay.State;
import io.fleetward.application.events.archive.Replays;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code event_replay}. Thread-safe. */
public final class JdbcReplays implements Replays {
    private static final Table<Record> EVENT_REPLAY = table(name("event_replay"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> ARCHIVE = text("archive");
    private static final Field<String> ARCHIVE_ID = text("archive_id");
    private static final Field<String> BUS = text("bus");
    private static final Field<String> FILTER_ARNS = text("filter_arns");
    private static final Field<Long> START_AT = number("start_at");
    private static final Field<Long> UNTIL_AT = number("until_at");
    private static final Field<String> STATE = text("state");
    private static final Field<String> REASON = text("reason");
    private static final Field<Long> REACHED_AT = number("reached_at");
    private static final Field<Long> REACHED_SEQ = number("reached_seq");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            NAME,
            DESCRIPTION,
            ARCHIVE,
            ARCHIVE_ID,
            BUS,
            FILTER_ARNS,
            START_AT,
            UNTIL_AT,
            STATE,
            REASON,
            REACHED_AT,
            REACHED_SEQ,
            STARTED_AT,
            ENDED_AT);

    @Override
    public @Nullable Replay find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_REPLAY)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcReplays::replay);
    }

    @Override
    public void put(Tx tx, Replay replay) {
        var progress = progress(replay);
        SqlTx.dsl(tx)
                .insertInto(EVENT_REPLAY)
                .set(Tenant.row(replay.scope()))
                .set(NAME, replay.name())
                .set(DESCRIPTION, replay.description())
                .set(ARCHIVE, replay.archive())
                .set(ARCHIVE_ID, replay.archiveId())
                .set(BUS, replay.bus())
                .set(FILTER_ARNS, JsonMapper.shared().writeValueAsString(replay.filterArns()))
                .set(START_AT, replay.from().toEpochMilli())
                .set(UNTIL_AT, replay.until().toEpochMilli())
                .set(STARTED_AT, replay.startedAt().toEpochMilli())
                .set(progress)
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .set(progress)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> progress(Replay replay) {
        var progress = new HashMap<Field<?>, @Nullable Object>();
        progress.put(STATE, replay.state().name());
        progress.put(REASON, replay.reason());
        progress.put(REACHED_AT, replay.position().occurredAt().toEpochMilli());
        progress.put(REACHED_SEQ, replay.position().sequence());
        progress.put(
                ENDED_AT, replay.endedAt() == null ? null : replay.endedAt().toEpochMilli());
        return progress;
    }

    @Override
    public List<Replay> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_REPLAY)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcReplays::replay);
    }

    @Override
    public List<Replay> inProgress(Tx tx) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT_REPLAY)
                .where(STATE.in(State.STARTING.name(), State.RUNNING.name(), State.CANCELLING.name()))
                .fetch(JdbcReplays::replay);
    }

    @Override
    public int removeEndedBefore(Tx tx, Instant cutoff, int limit) {
        return SqlTx.dsl(tx)
                .deleteFrom(EVENT_REPLAY)
                .where(row(ACCOUNT, REGION, NAME)
                        .in(select(ACCOUNT, REGION, NAME)
                                .from(EVENT_REPLAY)
                                .where(STATE.in(State.COMPLETED.name(), State.CANCELLED.name(), State.FAILED.name()))
                                .and(ENDED_AT.lt(cutoff.toEpochMilli()))
                                .limit(limit)))
                .execute();
    }

    private static Replay replay(Record row) {
        Long endedAt = row.get(ENDED_AT);
        return new Replay(
                Tenant.of(row),
                row.get(NAME),
                row.get(DESCRIPTION),
                row.get(ARCHIVE),
                row.get(ARCHIVE_ID),
                row.get(BUS),
                List.of(JsonMapper.shared().readValue(row.get(FILTER_ARNS), String[].class)),
                Instant.ofEpochMilli(row.get(START_AT)),
                Instant.ofEpochMilli(row.get(UNTIL_AT)),
                State.valueOf(row.get(STATE)),
                row.get(REASON),
                new Position(Instant.ofEpochMilli(row.get(REACHED_AT)), row.get(REACHED_SEQ)),
                Instant.ofEpochMilli(row.get(STARTED_AT)),
                endedAt == null ? null : Instant.ofEpochMilli(endedAt));
    }
}
