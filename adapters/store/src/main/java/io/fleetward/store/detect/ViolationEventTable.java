// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static io.fleetward.store.detect.JdbcViolations.ID;
import static io.fleetward.store.detect.JdbcViolations.VERIFICATION;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.Keyset;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code violation_event}. Thread-safe. */
final class ViolationEventTable {
    private static final Table<Record> EVENT = table(name("violation_event"));
    private static final Field<Long> HAPPENED_AT = number("happened_at");
    private static final Field<String> OF_VIOLATION = text("violation");
    private static final Field<String> TYPE = text("type");
    private static final Field<String> METRIC_VALUE = text("metric_value");
    private static final List<Field<?>> COLUMNS = columns();

    private static List<Field<?>> columns() {
        var columns = new ArrayList<Field<?>>(List.of(ACCOUNT, REGION, HAPPENED_AT, OF_VIOLATION, TYPE, METRIC_VALUE));
        columns.addAll(ViolationColumns.ALL);
        return List.copyOf(columns);
    }

    void append(Tx tx, ViolationEvent event) {
        SqlTx.dsl(tx)
                .insertInto(EVENT)
                .set(ViolationColumns.row(event.violation().key(), event.behavior()))
                .set(HAPPENED_AT, event.at().toEpochMilli())
                .set(OF_VIOLATION, event.violation().id())
                .set(TYPE, event.type().name())
                .set(METRIC_VALUE, ViolationColumns.json(event.value()))
                .execute();
    }

    Page<ViolationEventRecord> list(Tx tx, AccountRegion scope, EventQuery query, PageRequest page) {
        Keyset after = Keyset.parse(page.after());
        List<Record> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(EVENT)
                .where(Tenant.is(scope))
                .and(HAPPENED_AT.between(query.from().toEpochMilli(), query.to().toEpochMilli()))
                .and(ViolationColumns.fits(query.filter()))
                .and(isVerified(scope, query.filter().verification()))
                .and(
                        after == null
                                ? noCondition()
                                : row(HAPPENED_AT, OF_VIOLATION).lt(after.at(), after.id()))
                .orderBy(HAPPENED_AT.desc(), OF_VIOLATION.desc())
                .limit(page.limit() + 1)
                .fetch(Record.class::cast);
        Map<String, Verification> verifications = verifications(tx, scope, read);
        return Page.cut(read, page.limit(), ViolationEventTable::sortKey).map(row -> event(row, verifications));
    }

    void prune(Tx tx, Instant before) {
        SqlTx.dsl(tx)
                .deleteFrom(EVENT)
                .where(HAPPENED_AT.lt(before.toEpochMilli()))
                .execute();
    }

    /** The verification is a matter of the violation; whoever was not looked at yet counts as unknown. */
    private static Condition isVerified(AccountRegion scope, @Nullable VerificationState state) {
        if (state == null) {
            return noCondition();
        }
        var violations = select(ID).from(JdbcViolations.VIOLATION).where(Tenant.is(scope));
        return state == VerificationState.UNKNOWN
                ? OF_VIOLATION.notIn(violations.and(VERIFICATION.ne(state.name())))
                : OF_VIOLATION.in(violations.and(VERIFICATION.eq(state.name())));
    }

    private static Map<String, Verification> verifications(Tx tx, AccountRegion scope, List<Record> events) {
        List<String> ids =
                events.stream().map(row -> row.get(OF_VIOLATION)).distinct().toList();
        return SqlTx.dsl(tx)
                .select(ID, VERIFICATION, JdbcViolations.VERIFICATION_DESCRIPTION)
                .from(JdbcViolations.VIOLATION)
                .where(Tenant.is(scope).and(ID.in(ids)))
                .fetchMap(ID, JdbcViolations::verification);
    }

    private static String sortKey(Record row) {
        return new Keyset(row.get(HAPPENED_AT), row.get(OF_VIOLATION)).text();
    }

    private static ViolationEventRecord event(Record row, Map<String, Verification> verifications) {
        Behavior behavior = ViolationColumns.behavior(row);
        return new ViolationEventRecord(
                row.get(OF_VIOLATION),
                ViolationColumns.key(row, behavior),
                behavior,
                ViolationEventType.valueOf(row.get(TYPE)),
                Instant.ofEpochMilli(row.get(HAPPENED_AT)),
                ViolationColumns.value(row.get(METRIC_VALUE)),
                verifications.getOrDefault(row.get(OF_VIOLATION), Verification.NONE));
    }
}
