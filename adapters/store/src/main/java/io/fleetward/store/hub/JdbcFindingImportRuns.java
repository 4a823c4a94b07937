// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.FindingImportRun;
import io.fleetward.application.hub.FindingImportRun.Effect;
import io.fleetward.application.hub.FindingImportRun.Entry;
import io.fleetward.application.hub.FindingImportRuns;
import io.fleetward.application.hub.ImportCounts;
import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables {@code finding_import} and {@code finding_import_entry}. Thread-safe. */
public final class JdbcFindingImportRuns implements FindingImportRuns {
    private static final Table<Record> RUN = table(name("finding_import"));
    private static final Field<String> ID = text("id");
    private static final Field<String> FORMAT = text("format");
    private static final Field<String> IMPORTED_BY = text("imported_by");
    private static final Field<Long> STARTED_AT = number("started_at");
    private static final Field<Long> ENDED_AT = number("ended_at");
    private static final Field<Long> UNDONE_AT = number("undone_at");
    private static final Field<Integer> IS_CLOSING = integer("is_closing");
    private static final Field<String> CLOSE_PRODUCT = text("close_product");
    private static final Field<String> CLOSE_GENERATORS = text("close_generators");
    private static final Field<String> CLOSE_RESOURCES = text("close_resources");
    private static final Field<String> NOT_CLOSED = text("not_closed");
    private static final Field<Integer> CREATED = integer("created_count");
    private static final Field<Integer> UPDATED = integer("updated_count");
    private static final Field<Integer> REOPENED = integer("reopened_count");
    private static final Field<Integer> CLOSED = integer("closed_count");
    private static final Field<Integer> UNTOUCHED = integer("untouched_count");
    private static final Field<Integer> FAILED = integer("failed_count");
    private static final Field<String> FAILURES = text("failures");
    private static final Field<String> WARNINGS = text("warnings");

    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            FORMAT,
            IMPORTED_BY,
            STARTED_AT,
            ENDED_AT,
            UNDONE_AT,
            IS_CLOSING,
            CLOSE_PRODUCT,
            CLOSE_GENERATORS,
            CLOSE_RESOURCES,
            NOT_CLOSED,
            CREATED,
            UPDATED,
            REOPENED,
            CLOSED,
            UNTOUCHED,
            FAILED,
            FAILURES,
            WARNINGS);

    private static final Table<Record> ENTRY = table(name("finding_import_entry"));
    private static final Field<String> IMPORT_ID = text("import_id");
    private static final Field<String> FINDING_KEY = text("finding_key");
    private static final Field<String> PRODUCT_ARN = text("product_arn");
    private static final Field<String> FINDING_ID = text("finding_id");
    private static final Field<String> EFFECT = text("effect");
    private static final Field<Long> REVISION = number("revision");
    private static final RowBatch UPSERT_ENTRIES = RowBatch.insert(
            ENTRY,
            List.of(ACCOUNT, REGION, IMPORT_ID, FINDING_KEY, PRODUCT_ARN, FINDING_ID, EFFECT, REVISION),
            insert -> insert.onConflict(ACCOUNT, REGION, IMPORT_ID, FINDING_KEY)
                    .doUpdate()
                    .set(EFFECT, excluded(EFFECT))
                    .set(REVISION, excluded(REVISION)));

    @Override
    public void save(Tx tx, AccountRegion scope, FindingImportRun run) {
        Map<Field<?>, Object> row = values(run);
        SqlTx.dsl(tx)
                .insertInto(RUN)
                .set(Tenant.row(scope))
                .set(ID, run.id())
                .set(row)
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    @Override
    public @Nullable FindingImportRun find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(RUN)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcFindingImportRuns::run);
    }

    @Override
    public Page<FindingImportRun> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<FindingImportRun> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(RUN)
                .where(Tenant.is(scope))
                .and(after(page.after()))
                .orderBy(STARTED_AT.desc(), ID)
                .limit(page.limit() + 1)
                .fetch(JdbcFindingImportRuns::run);
        return Page.cut(read, page.limit(), run -> run.startedAt().toEpochMilli() + " " + run.id());
    }

    @Override
    public void note(Tx tx, AccountRegion scope, String id, Collection<Entry> entries) {
        UPSERT_ENTRIES.execute(
                SqlTx.dsl(tx),
                entries.stream().map(entry -> row(scope, id, entry)).toList());
    }

    @Override
    public Page<Entry> entries(Tx tx, AccountRegion scope, String id, PageRequest page) {
        List<Entry> read = SqlTx.dsl(tx)
                .select(PRODUCT_ARN, FINDING_ID, EFFECT, REVISION)
                .from(ENTRY)
                .where(Tenant.is(scope).and(IMPORT_ID.eq(id)))
                .and(page.after() == null ? noCondition() : FINDING_KEY.gt(page.after()))
                .orderBy(FINDING_KEY)
                .limit(page.limit() + 1)
                .fetch(row -> new Entry(
                        new FindingKey(row.get(PRODUCT_ARN), row.get(FINDING_ID)),
                        Effect.valueOf(row.get(EFFECT)),
                        row.get(REVISION)));
        return Page.cut(read, page.limit(), entry -> entry.key().fingerprint());
    }

    @Override
    public Map<FindingKey, Long> closings(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        var byFingerprint = new HashMap<String, FindingKey>();
        keys.forEach(key -> byFingerprint.put(key.fingerprint(), key));
        var last = new HashMap<FindingKey, Long>();
        Field<Long> revision = max(REVISION);
        SqlTx.dsl(tx)
                .select(FINDING_KEY, revision)
                .from(ENTRY)
                .where(KeyedRows.in(scope, FINDING_KEY, byFingerprint.keySet()))
                .and(EFFECT.eq(Effect.CLOSED.name()))
                .groupBy(FINDING_KEY)
                .forEach(row -> last.put(byFingerprint.get(row.get(FINDING_KEY)), row.get(revision)));
        return last;
    }

    @Override
    public void deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit) {
        DSLContext dsl = SqlTx.dsl(tx);
        List<String> ids = dsl.select(ID)
                .from(RUN)
                .where(Tenant.is(scope).and(STARTED_AT.lt(moment.toEpochMilli())))
                .orderBy(STARTED_AT)
                .limit(limit)
                .fetch(ID);
        if (!ids.isEmpty()) {
            dsl.deleteFrom(ENTRY).where(Tenant.is(scope).and(IMPORT_ID.in(ids))).execute();
            dsl.deleteFrom(RUN).where(Tenant.is(scope).and(ID.in(ids))).execute();
        }
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        int space = key.indexOf(' ');
        long startedAt = Long.parseLong(key.substring(0, space));
        return STARTED_AT.lt(startedAt).or(STARTED_AT.eq(startedAt).and(ID.gt(key.substring(space + 1))));
    }

    private static Map<Field<?>, Object> values(FindingImportRun run) {
        var row = new HashMap<Field<?>, Object>();
        Coverage closed = run.closed();
        ImportCounts counts = run.counts();
        row.put(FORMAT, run.format());
        row.put(IMPORTED_BY, run.importedBy());
        row.put(STARTED_AT, run.startedAt().toEpochMilli());
        row.put(ENDED_AT, millis(run.endedAt()));
        row.put(UNDONE_AT, millis(run.undoneAt()));
        row.put(IS_CLOSING, closed == null ? 0 : 1);
        row.put(CLOSE_PRODUCT, closed == null ? null : closed.product());
        row.put(CLOSE_GENERATORS, closed == null ? null : closed.generatorPrefix());
        row.put(CLOSE_RESOURCES, closed == null ? null : closed.resourcePrefix());
        row.put(NOT_CLOSED, run.notClosed());
        row.put(CREATED, counts.created());
        row.put(UPDATED, counts.updated());
        row.put(REOPENED, counts.reopened());
        row.put(CLOSED, counts.closed());
        row.put(UNTOUCHED, counts.untouched());
        row.put(FAILED, counts.failed());
        row.put(FAILURES, ImportTexts.failures(run.failures()));
        row.put(WARNINGS, ImportTexts.warnings(run.warnings()));
        return row;
    }

    private static FindingImportRun run(Record row) {
        return new FindingImportRun(
                row.get(ID),
                row.get(FORMAT),
                row.get(IMPORTED_BY),
                Instant.ofEpochMilli(row.get(STARTED_AT)),
                instant(row.get(ENDED_AT)),
                instant(row.get(UNDONE_AT)),
                row.get(IS_CLOSING) == 0
                        ? null
                        : new Coverage(row.get(CLOSE_PRODUCT), row.get(CLOSE_GENERATORS), row.get(CLOSE_RESOURCES)),
                row.get(NOT_CLOSED),
                new ImportCounts(
                        row.get(CREATED),
                        row.get(UPDATED),
                        row.get(REOPENED),
                        row.get(CLOSED),
                        row.get(UNTOUCHED),
                        row.get(FAILED)),
                ImportTexts.failures(row.get(FAILURES)),
                ImportTexts.warnings(row.get(WARNINGS)));
    }

    private static Object[] row(AccountRegion scope, String id, Entry entry) {
        FindingKey key = entry.key();
        return new Object[] {
            scope.account().value(),
            scope.region().value(),
            id,
            key.fingerprint(),
            key.productArn(),
            key.id(),
            entry.effect().name(),
            entry.revision()
        };
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
