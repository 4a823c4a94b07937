// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.correlation.Correlations;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.JoinedResource;
import io.fleetward.hub.correlation.Sighting;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.Fingerprint;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import tools.jackson.databind.node.ObjectNode;

/** The tables {@code correlation} and {@code correlation_cause}. Thread-safe. */
public final class JdbcCorrelations implements Correlations {
    private static final Table<Record> CORRELATION = table(name("correlation"));
    private static final Field<String> RULE = text("rule_id");
    private static final Field<String> RESOURCE_KEY = text("resource_key");
    private static final Field<String> RESOURCE_TYPE = text("resource_type");
    private static final Field<String> RESOURCE_ID = text("resource_id");
    private static final Field<String> SIGHTINGS = text("sightings");
    private static final Field<Integer> IS_OPEN = integer("is_open");
    private static final Field<String> TOLD = text("told");
    private static final Field<Long> EXPIRES_AT = number("expires_at");
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT, REGION, RULE, RESOURCE_KEY, RESOURCE_TYPE, RESOURCE_ID, SIGHTINGS, IS_OPEN, TOLD, EXPIRES_AT);

    private static final Table<Record> CAUSE = table(name("correlation_cause"));
    private static final Field<String> FINDING_KEY = text("finding_key");
    private static final List<Field<?>> CAUSE_COLUMNS =
            List.of(ACCOUNT, REGION, FINDING_KEY, RULE, RESOURCE_KEY, RESOURCE_ID);
    private static final RowBatch UPSERT = RowBatch.insert(
            CORRELATION,
            COLUMNS,
            insert -> insert.onConflict(ACCOUNT, REGION, RULE, RESOURCE_KEY)
                    .doUpdate()
                    .set(RESOURCE_TYPE, excluded(RESOURCE_TYPE))
                    .set(SIGHTINGS, excluded(SIGHTINGS))
                    .set(IS_OPEN, excluded(IS_OPEN))
                    .set(TOLD, excluded(TOLD))
                    .set(EXPIRES_AT, excluded(EXPIRES_AT)));
    private static final RowBatch INSERT_CAUSES = RowBatch.insert(CAUSE, CAUSE_COLUMNS);

    private static final String NO_SIGHTINGS = CorrelationTexts.text(List.of());

    /** What stands for a finding that was never told. */
    private static final String NOTHING = "";

    /** How many keys are named in one statement. */
    private static final int CHUNK = 500;

    @Override
    public List<Correlation> find(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys) {
        var found = new ArrayList<Correlation>();
        for (Condition some : conditions(scope, keys)) {
            found.addAll(
                    SqlTx.dsl(tx).select(COLUMNS).from(CORRELATION).where(some).fetch(JdbcCorrelations::correlation));
        }
        return found;
    }

    @Override
    public List<Correlation.Key> naming(Tx tx, AccountRegion scope, Collection<FindingKey> findings) {
        List<String> keys = findings.stream().map(FindingKey::fingerprint).toList();
        return SqlTx.dsl(tx)
                .selectDistinct(RULE, RESOURCE_ID)
                .from(CAUSE)
                .where(KeyedRows.in(scope, FINDING_KEY, keys))
                .orderBy(RULE, RESOURCE_ID)
                .fetch(row -> new Correlation.Key(row.get(RULE), row.get(RESOURCE_ID)));
    }

    @Override
    public List<Correlation> active(Tx tx, AccountRegion scope, String ruleId, int limit) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CORRELATION)
                .where(Tenant.is(scope).and(RULE.eq(ruleId)).and(IS_OPEN.eq(1).or(SIGHTINGS.ne(NO_SIGHTINGS))))
                .orderBy(RESOURCE_KEY)
                .limit(limit)
                .fetch(JdbcCorrelations::correlation);
    }

    @Override
    public int countOpen(Tx tx, AccountRegion scope, String ruleId) {
        return SqlTx.dsl(tx)
                .fetchCount(CORRELATION, Tenant.is(scope).and(RULE.eq(ruleId)).and(IS_OPEN.eq(1)));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Collection<Kept> rows) {
        DSLContext dsl = SqlTx.dsl(tx);
        UPSERT.execute(dsl, rows.stream().map(row -> values(scope, row)).toList());
        List<Correlation> correlations = rows.stream().map(Kept::correlation).toList();
        removeFrom(CAUSE, tx, scope, correlations.stream().map(Correlation::key).toList());
        INSERT_CAUSES.execute(
                dsl,
                correlations.stream()
                        .flatMap(row -> row.sightings().stream()
                                .map(Sighting::finding)
                                .distinct()
                                .map(finding -> causeValues(scope, row, finding)))
                        .toList());
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys) {
        removeFrom(CORRELATION, tx, scope, keys);
        removeFrom(CAUSE, tx, scope, keys);
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(CORRELATION).where(Tenant.is(scope)).execute();
        SqlTx.dsl(tx).deleteFrom(CAUSE).where(Tenant.is(scope)).execute();
    }

    @Override
    public int removeExpired(Tx tx, Instant moment, int limit) {
        Map<AccountRegion, List<Correlation.Key>> expired = SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, RULE, RESOURCE_ID)
                .from(CORRELATION)
                .where(EXPIRES_AT.lt(moment.toEpochMilli()))
                .orderBy(EXPIRES_AT)
                .limit(limit)
                .collect(groupingBy(
                        Tenant::of,
                        mapping(row -> new Correlation.Key(row.get(RULE), row.get(RESOURCE_ID)), toList())));
        expired.forEach((scope, keys) -> remove(tx, scope, keys));
        return expired.values().stream().mapToInt(List::size).sum();
    }

    private static void removeFrom(Table<Record> rows, Tx tx, AccountRegion scope, Collection<Correlation.Key> keys) {
        for (Condition some : conditions(scope, keys)) {
            SqlTx.dsl(tx).deleteFrom(rows).where(some).execute();
        }
    }

    /** Conditions that are true of the rows with these keys, each of one of them. */
    private static List<Condition> conditions(AccountRegion scope, Collection<Correlation.Key> keys) {
        Map<String, List<String>> byRule = keys.stream()
                .collect(groupingBy(Correlation.Key::ruleId, mapping(key -> Fingerprint.of(key.resource()), toList())));
        var conditions = new ArrayList<Condition>();
        byRule.forEach((rule, resources) -> {
            for (int from = 0; from < resources.size(); from += CHUNK) {
                List<String> some = resources.subList(from, Math.min(from + CHUNK, resources.size()));
                conditions.add(Tenant.is(scope).and(RULE.eq(rule)).and(RESOURCE_KEY.in(some)));
            }
        });
        return conditions;
    }

    private static Object[] values(AccountRegion scope, Kept row) {
        Correlation correlation = row.correlation();
        ObjectNode told = correlation.told();
        return new Object[] {
            scope.account().value(),
            scope.region().value(),
            correlation.ruleId(),
            Fingerprint.of(correlation.resource().id()),
            correlation.resource().type(),
            correlation.resource().id(),
            CorrelationTexts.text(correlation.sightings()),
            correlation.isOpen() ? 1 : 0,
            told == null ? NOTHING : told.toString(),
            row.expiresAt().toEpochMilli()
        };
    }

    private static Object[] causeValues(AccountRegion scope, Correlation row, FindingKey finding) {
        return new Object[] {
            scope.account().value(),
            scope.region().value(),
            finding.fingerprint(),
            row.ruleId(),
            Fingerprint.of(row.resource().id()),
            row.resource().id()
        };
    }

    private static Correlation correlation(Record row) {
        String told = row.get(TOLD);
        return new Correlation(
                row.get(RULE),
                new JoinedResource(row.get(RESOURCE_TYPE), row.get(RESOURCE_ID)),
                CorrelationTexts.sightings(row.get(SIGHTINGS)),
                row.get(IS_OPEN) == 1,
                told.equals(NOTHING) ? null : StoredJson.object(told));
    }
}
