// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.Keyset;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.Violations;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.CriteriaType;
import io.fleetward.detect.training.AlarmSpells.Spell;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code violation}, and beside it that of the events. Thread-safe. */
public final class JdbcViolations implements Violations {
    static final Table<Record> VIOLATION = table(name("violation"));
    static final Field<String> ID = text("id");
    static final Field<String> VERIFICATION = text("verification");
    static final Field<String> VERIFICATION_DESCRIPTION = text("verification_description");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<Long> LAST_AT = number("last_at");
    private static final Field<String> LAST_VALUE = text("last_value");
    private static final Field<Long> DECIDED_THROUGH = number("decided_through");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Field<Long> FINDING_AT = number("finding_at");
    private static final Field<String> EVIDENCE = text("evidence");
    private static final List<Field<?>> COLUMNS = columns();

    private final ViolationEventTable events = new ViolationEventTable();

    private static List<Field<?>> columns() {
        var columns = new ArrayList<Field<?>>(List.of(ACCOUNT, REGION, ID));
        columns.addAll(ViolationColumns.ALL);
        columns.addAll(List.of(STARTED_AT, LAST_AT, LAST_VALUE, DECIDED_THROUGH, ENDED_AT, FINDING_AT, EVIDENCE));
        columns.addAll(List.of(VERIFICATION, VERIFICATION_DESCRIPTION));
        return List.copyOf(columns);
    }

    @Override
    public void raise(Tx tx, Violation violation) {
        SqlTx.dsl(tx)
                .insertInto(VIOLATION)
                .set(ViolationColumns.row(violation.key(), violation.behavior()))
                .set(ID, violation.id())
                .set(STARTED_AT, violation.startedAt().toEpochMilli())
                .set(LAST_AT, violation.lastAt().toEpochMilli())
                .set(LAST_VALUE, ViolationColumns.json(violation.lastValue()))
                .set(DECIDED_THROUGH, violation.decidedThrough().toEpochMilli())
                .set(FINDING_AT, violation.startedAt().toEpochMilli())
                .set(EVIDENCE, EvidenceJson.write(violation.evidence()))
                .set(VERIFICATION, Verification.NONE.state().name())
                .execute();
    }

    @Override
    public void prolong(Tx tx, Violation violation) {
        SqlTx.dsl(tx)
                .update(VIOLATION)
                .set(LAST_AT, violation.lastAt().toEpochMilli())
                .set(LAST_VALUE, ViolationColumns.json(violation.lastValue()))
                .set(DECIDED_THROUGH, violation.decidedThrough().toEpochMilli())
                .where(is(violation))
                .execute();
    }

    @Override
    public void end(Tx tx, Violation violation, Instant at) {
        prolong(tx, violation);
        SqlTx.dsl(tx)
                .update(VIOLATION)
                .set(ENDED_AT, at.toEpochMilli())
                .where(is(violation))
                .execute();
    }

    @Override
    public void append(Tx tx, ViolationEvent event) {
        events.append(tx, event);
    }

    @Override
    public void findingSent(Tx tx, AccountRegion scope, String id, Instant at) {
        SqlTx.dsl(tx)
                .update(VIOLATION)
                .set(FINDING_AT, at.toEpochMilli())
                .where(is(scope, id))
                .execute();
    }

    @Override
    public @Nullable ViolationRecord find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(VIOLATION)
                .where(is(scope, id))
                .fetchOne(JdbcViolations::record);
    }

    @Override
    public boolean verify(Tx tx, AccountRegion scope, String id, Verification verification) {
        return SqlTx.dsl(tx)
                        .update(VIOLATION)
                        .set(VERIFICATION, verification.state().name())
                        .set(VERIFICATION_DESCRIPTION, verification.description())
                        .where(is(scope, id))
                        .execute()
                > 0;
    }

    @Override
    public Page<ViolationRecord> active(Tx tx, AccountRegion scope, ViolationFilter filter, PageRequest page) {
        Keyset after = Keyset.parse(page.after());
        Condition verified = filter.verification() == null
                ? noCondition()
                : VERIFICATION.eq(filter.verification().name());
        List<ViolationRecord> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(VIOLATION)
                .where(Tenant.is(scope).and(ENDED_AT.isNull()))
                .and(ViolationColumns.fits(filter))
                .and(verified)
                .and(after == null ? noCondition() : row(STARTED_AT, ID).lt(after.at(), after.id()))
                .orderBy(STARTED_AT.desc(), ID.desc())
                .limit(page.limit() + 1)
                .fetch(JdbcViolations::record);
        return Page.cut(read, page.limit(), JdbcViolations::sortKey);
    }

    @Override
    public Page<ViolationEventRecord> events(Tx tx, AccountRegion scope, EventQuery query, PageRequest page) {
        return events.list(tx, scope, query, page);
    }

    @Override
    public List<Violation> activeEverywhere(Tx tx) {
        return violations(tx, ENDED_AT.isNull());
    }

    @Override
    public List<Violation> endedSince(Tx tx, Instant since) {
        return violations(tx, ENDED_AT.ge(since.toEpochMilli()));
    }

    @Override
    public List<ViolationRecord> findingNotSentSince(Tx tx, Instant since) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(VIOLATION)
                .where(ENDED_AT.isNull().and(FINDING_AT.le(since.toEpochMilli())))
                .fetch(JdbcViolations::record);
    }

    @Override
    public List<Spell> spells(Tx tx, AccountRegion scope, String profile, String behavior, Instant since) {
        var filter = new ViolationFilter(null, profile, CriteriaType.MACHINE_LEARNING, null, null);
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(VIOLATION)
                .where(Tenant.is(scope).and(ViolationColumns.fits(filter)))
                .and(ENDED_AT.isNull().or(ENDED_AT.ge(since.toEpochMilli())))
                .fetch(row -> spell(record(row), row.get(ENDED_AT)))
                .stream()
                .filter(spell -> spell.behavior().equals(behavior))
                .map(NamedSpell::spell)
                .toList();
    }

    private record NamedSpell(String behavior, Spell spell) {}

    private static NamedSpell spell(ViolationRecord record, @Nullable Long endedAt) {
        Violation violation = record.violation();
        return new NamedSpell(
                violation.key().behavior(),
                new Spell(
                        violation.key().device(),
                        violation.measuredFrom(),
                        endedAt == null ? null : Instant.ofEpochMilli(endedAt),
                        violation.behavior().datapointsToAlarm() - 1,
                        record.verification().state()));
    }

    @Override
    public void prune(Tx tx, Instant before) {
        events.prune(tx, before);
        SqlTx.dsl(tx)
                .deleteFrom(VIOLATION)
                .where(ENDED_AT.lt(before.toEpochMilli()))
                .execute();
    }

    private static List<Violation> violations(Tx tx, Condition condition) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(VIOLATION)
                .where(condition)
                .fetch(row -> record(row).violation());
    }

    private static Condition is(Violation violation) {
        return is(violation.key().device().scope(), violation.id());
    }

    private static Condition is(AccountRegion scope, String id) {
        return Tenant.is(scope).and(ID.eq(id));
    }

    private static String sortKey(ViolationRecord record) {
        return new Keyset(
                        record.violation().startedAt().toEpochMilli(),
                        record.violation().id())
                .text();
    }

    private static ViolationRecord record(Record row) {
        Behavior behavior = ViolationColumns.behavior(row);
        var violation = new Violation(
                row.get(ID),
                ViolationColumns.key(row, behavior),
                behavior,
                Instant.ofEpochMilli(row.get(STARTED_AT)),
                Instant.ofEpochMilli(row.get(LAST_AT)),
                Objects.requireNonNull(ViolationColumns.value(row.get(LAST_VALUE))),
                Instant.ofEpochMilli(row.get(DECIDED_THROUGH)),
                EvidenceJson.read(row.get(EVIDENCE)));
        return new ViolationRecord(
                violation, row.get(ENDED_AT) == null, verification(row), Instant.ofEpochMilli(row.get(FINDING_AT)));
    }

    static Verification verification(Record row) {
        return new Verification(VerificationState.valueOf(row.get(VERIFICATION)), row.get(VERIFICATION_DESCRIPTION));
    }
}
