// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.FindingHistory;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The table {@code finding_history}. Thread-safe. */
public final class JdbcFindingHistory implements FindingHistory {
    private static final Table<Record> HISTORY = table(name("finding_history"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> REGION = field(name("region"), SQLDataType.CLOB);
    private static final Field<String> KEY = field(name("finding_key"), SQLDataType.CLOB);
    private static final Field<Long> REVISION = field(name("revision"), SQLDataType.BIGINT);
    private static final Field<Long> HAPPENED_AT = field(name("happened_at"), SQLDataType.BIGINT);
    private static final Field<Integer> IS_CREATION = field(name("is_creation"), SQLDataType.INTEGER);
    private static final Field<String> SOURCE_CALL = field(name("source_call"), SQLDataType.CLOB);
    private static final Field<String> SOURCE_IDENTITY = field(name("source_identity"), SQLDataType.CLOB);
    private static final Field<String> UPDATES = field(name("updates"), SQLDataType.CLOB);
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, KEY, REVISION, HAPPENED_AT, IS_CREATION, SOURCE_CALL, SOURCE_IDENTITY, UPDATES);
    private static final RowBatch INSERT = RowBatch.insert(HISTORY, COLUMNS);
    private static final String FIELD = "field";
    private static final String OLD = "old";
    private static final String NEW = "new";

    @Override
    public void append(Tx tx, AccountRegion scope, List<FindingChange> changes) {
        INSERT.execute(
                SqlTx.dsl(tx),
                changes.stream().map(change -> values(scope, change)).toList());
    }

    @Override
    public Page<FindingChange> list(Tx tx, AccountRegion scope, Span span, PageRequest page) {
        List<FindingChange> changes = SqlTx.dsl(tx)
                .selectFrom(HISTORY)
                .where(in(scope))
                .and(KEY.eq(span.key().fingerprint()))
                .and(HAPPENED_AT.between(span.from().toEpochMilli(), span.to().toEpochMilli()))
                .and(page.after() == null ? noCondition() : REVISION.lt(Long.valueOf(page.after())))
                .orderBy(REVISION.desc())
                .limit(page.limit() + 1)
                .fetch(row -> change(span.key(), row));
        return Page.cut(changes, page.limit(), change -> Long.toString(change.revision()));
    }

    @Override
    public void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        List<String> fingerprints = keys.stream().map(FindingKey::fingerprint).toList();
        SqlTx.dsl(tx)
                .deleteFrom(HISTORY)
                .where(KeyedRows.in(scope, KEY, fingerprints))
                .execute();
    }

    @Override
    public int deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit) {
        return SqlTx.dsl(tx)
                .deleteFrom(HISTORY)
                .where(in(scope))
                .and(row(KEY, REVISION)
                        .in(select(KEY, REVISION)
                                .from(HISTORY)
                                .where(in(scope))
                                .and(HAPPENED_AT.lt(moment.toEpochMilli()))
                                .orderBy(HAPPENED_AT)
                                .limit(limit)))
                .execute();
    }

    private static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    private static Object[] values(AccountRegion scope, FindingChange change) {
        return new Object[] {
            scope.account().value(),
            scope.region().value(),
            change.key().fingerprint(),
            change.revision(),
            change.at().toEpochMilli(),
            change.created() ? 1 : 0,
            change.source().call().name(),
            change.source().identity(),
            json(change.updates())
        };
    }

    private static FindingChange change(FindingKey key, Record row) {
        return new FindingChange(
                key,
                row.get(REVISION),
                Instant.ofEpochMilli(row.get(HAPPENED_AT)),
                row.get(IS_CREATION) == 1,
                new Source(Call.valueOf(row.get(SOURCE_CALL)), row.get(SOURCE_IDENTITY)),
                updates(row.get(UPDATES)));
    }

    private static String json(List<FieldUpdate> updates) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FieldUpdate update : updates) {
            ObjectNode entry = list.addObject().put(FIELD, update.field());
            if (update.oldValue() != null) {
                entry.put(OLD, update.oldValue());
            }
            if (update.newValue() != null) {
                entry.put(NEW, update.newValue());
            }
        }
        return list.toString();
    }

    private static List<FieldUpdate> updates(String json) {
        return JsonMapper.shared()
                .readTree(json)
                .valueStream()
                .map(JdbcFindingHistory::update)
                .toList();
    }

    private static FieldUpdate update(JsonNode entry) {
        return new FieldUpdate(
                entry.path(FIELD).stringValue(),
                entry.path(OLD).stringValue(null),
                entry.path(NEW).stringValue(null));
    }
}
