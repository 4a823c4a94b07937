// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.hub.FindingSuppressions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The table {@code finding_suppression}. Thread-safe. */
public final class JdbcFindingSuppressions implements FindingSuppressions {
    private static final Table<Record> SUPPRESSION = table(name("finding_suppression"));
    private static final Field<String> ID = text("suppression_id");
    private static final Field<String> REASON = text("reason");
    private static final Field<String> CRITERIA = text("criteria");
    private static final Field<String> FINDINGS = text("findings");
    private static final Field<Long> EXPIRES_AT = number("expires_at");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<String> CREATED_BY = text("created_by");
    private static final Field<String> STATE = text("state");
    private static final Field<String> POSITION = text("scan_position");
    private static final String PRODUCT_ARN = "productArn";
    private static final String FINDING_ID = "id";

    @Override
    public @Nullable FindingSuppression find(Tx tx, AccountRegion scope, String id) {
        return SqlTx.dsl(tx)
                .selectFrom(SUPPRESSION)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .fetchOne(JdbcFindingSuppressions::suppression);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, FindingSuppression suppression) {
        Instant expiresAt = suppression.expiresAt();
        SqlTx.dsl(tx)
                .insertInto(SUPPRESSION)
                .set(Tenant.row(scope))
                .set(ID, suppression.id())
                .set(REASON, suppression.reason())
                .set(CRITERIA, criteria(suppression.subject()))
                .set(FINDINGS, findings(suppression.subject()))
                .set(EXPIRES_AT, expiresAt == null ? null : expiresAt.toEpochMilli())
                .set(CREATED_AT, suppression.createdAt().toEpochMilli())
                .set(CREATED_BY, suppression.createdBy())
                .set(STATE, suppression.state().name())
                .set(POSITION, suppression.position())
                .onConflict(ACCOUNT, REGION, ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        SqlTx.dsl(tx)
                .deleteFrom(SUPPRESSION)
                .where(Tenant.is(scope).and(ID.eq(id)))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(SUPPRESSION).where(Tenant.is(scope)).execute();
    }

    @Override
    public List<FindingSuppression> all(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(SUPPRESSION)
                .where(Tenant.is(scope))
                .orderBy(CREATED_AT, ID)
                .fetch(JdbcFindingSuppressions::suppression);
    }

    @Override
    public List<AccountRegion> scopes(Tx tx) {
        return SqlTx.dsl(tx)
                .selectDistinct(ACCOUNT, REGION)
                .from(SUPPRESSION)
                .orderBy(ACCOUNT, REGION)
                .fetch(Tenant::of);
    }

    @Override
    public Page<FindingSuppression> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<FindingSuppression> read = SqlTx.dsl(tx)
                .selectFrom(SUPPRESSION)
                .where(Tenant.is(scope).and(after(page.after())))
                .orderBy(CREATED_AT.desc(), ID.asc())
                .limit(page.limit() + 1)
                .fetch(JdbcFindingSuppressions::suppression);
        return Page.cut(
                read, page.limit(), suppression -> new NewestFirst(suppression.createdAt(), suppression.id()).key());
    }

    private static Condition after(@Nullable String key) {
        if (key == null) {
            return noCondition();
        }
        NewestFirst last = NewestFirst.parse(key);
        long at = last.at().toEpochMilli();
        return CREATED_AT.lt(at).or(CREATED_AT.eq(at).and(ID.gt(last.id())));
    }

    private static @Nullable String criteria(Subject subject) {
        return subject instanceof Subject.Matching(RuleCriteria criteria)
                ? criteria.document().toString()
                : null;
    }

    private static @Nullable String findings(Subject subject) {
        if (!(subject instanceof Subject.Named(List<FindingKey> findings))) {
            return null;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        findings.forEach(
                key -> list.addObject().put(PRODUCT_ARN, key.productArn()).put(FINDING_ID, key.id()));
        return list.toString();
    }

    private static Subject subject(Record row) {
        String criteria = row.get(CRITERIA);
        if (criteria != null) {
            return new Subject.Matching(new RuleCriteria(StoredJson.object(criteria)));
        }
        String findings = Objects.requireNonNull(row.get(FINDINGS), "a suppression has criteria or findings");
        return new Subject.Named(JsonMapper.shared()
                .readTree(findings)
                .valueStream()
                .map(key -> new FindingKey(
                        key.path(PRODUCT_ARN).stringValue(),
                        key.path(FINDING_ID).stringValue()))
                .toList());
    }

    private static FindingSuppression suppression(Record row) {
        Long expiresAt = row.get(EXPIRES_AT);
        return new FindingSuppression(
                row.get(ID),
                row.get(REASON),
                subject(row),
                expiresAt == null ? null : Instant.ofEpochMilli(expiresAt),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                row.get(CREATED_BY),
                State.valueOf(row.get(STATE)),
                row.get(POSITION));
    }
}
