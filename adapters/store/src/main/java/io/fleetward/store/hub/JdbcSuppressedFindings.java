// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.SuppressedFindings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code suppressed_finding}. Thread-safe. */
public final class JdbcSuppressedFindings implements SuppressedFindings {
    private static final Table<Record> HELD = table(name("suppressed_finding"));
    private static final Field<String> KEY = text("finding_key");
    private static final Field<String> SUPPRESSION = text("suppression_id");
    private static final Field<String> PRODUCT_ARN = text("product_arn");
    private static final Field<String> ID = text("id");
    private static final Field<String> FORMER = text("former_status");
    private static final Field<Integer> IS_OVERRULED = integer("is_overruled");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, KEY, SUPPRESSION, PRODUCT_ARN, ID, FORMER, IS_OVERRULED);
    private static final RowBatch UPSERT = RowBatch.insert(
            HELD,
            COLUMNS,
            insert -> insert.onConflict(ACCOUNT, REGION, KEY, SUPPRESSION)
                    .doUpdate()
                    .set(FORMER, excluded(FORMER))
                    .set(IS_OVERRULED, excluded(IS_OVERRULED)));

    @Override
    public Map<FindingKey, List<SuppressedFinding>> of(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(HELD)
                .where(are(scope, keys))
                .orderBy(KEY, SUPPRESSION)
                .fetch(JdbcSuppressedFindings::held)
                .stream()
                .collect(Collectors.groupingBy(SuppressedFinding::key));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Collection<SuppressedFinding> held) {
        UPSERT.execute(
                SqlTx.dsl(tx), held.stream().map(one -> values(scope, one)).toList());
    }

    @Override
    public List<SuppressedFinding> heldBy(Tx tx, AccountRegion scope, String suppressionId, int limit) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(HELD)
                .where(Tenant.is(scope).and(SUPPRESSION.eq(suppressionId)))
                .orderBy(KEY)
                .limit(limit)
                .fetch(JdbcSuppressedFindings::held);
    }

    @Override
    public int count(Tx tx, AccountRegion scope, String suppressionId) {
        return SqlTx.dsl(tx)
                .fetchCount(
                        HELD,
                        Tenant.is(scope).and(SUPPRESSION.eq(suppressionId)).and(IS_OVERRULED.eq(0)));
    }

    @Override
    public void overrule(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        SqlTx.dsl(tx).update(HELD).set(IS_OVERRULED, 1).where(are(scope, keys)).execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String suppressionId, Collection<FindingKey> keys) {
        SqlTx.dsl(tx)
                .deleteFrom(HELD)
                .where(are(scope, keys).and(SUPPRESSION.eq(suppressionId)))
                .execute();
    }

    @Override
    public void forget(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        SqlTx.dsl(tx).deleteFrom(HELD).where(are(scope, keys)).execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(HELD).where(Tenant.is(scope)).execute();
    }

    private static Condition are(AccountRegion scope, Collection<FindingKey> keys) {
        return KeyedRows.in(
                scope, KEY, keys.stream().map(FindingKey::fingerprint).toList());
    }

    private static Object[] values(AccountRegion scope, SuppressedFinding held) {
        return new Object[] {
            scope.account().value(),
            scope.region().value(),
            held.key().fingerprint(),
            held.suppressionId(),
            held.key().productArn(),
            held.key().id(),
            held.former().name(),
            held.isOverruled() ? 1 : 0
        };
    }

    private static SuppressedFinding held(Record row) {
        return new SuppressedFinding(
                new FindingKey(row.get(PRODUCT_ARN), row.get(ID)),
                row.get(SUPPRESSION),
                WorkflowStatus.valueOf(row.get(FORMER)),
                row.get(IS_OVERRULED) == 1);
    }
}
