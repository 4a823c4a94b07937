// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.CustomChecks;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_custom_check}. Thread-safe. */
public final class JdbcCustomChecks implements CustomChecks {
    private static final Table<Record> CHECK = table(name("audit_custom_check"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> TITLE = text("title");
    private static final Field<String> DESCRIPTION = text("description");
    private static final Field<String> SEVERITY = text("severity");
    private static final Field<String> SUBJECT = text("subject");
    private static final Field<String> EXPRESSION = text("expression");
    private static final Field<String> REASON_CODE = text("reason_code");
    private static final Field<String> REASON = text("reason");
    private static final Field<String> REMEDIATION = text("remediation");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS = List.of(
            NAME,
            TITLE,
            DESCRIPTION,
            SEVERITY,
            SUBJECT,
            EXPRESSION,
            REASON_CODE,
            REASON,
            REMEDIATION,
            CREATED_AT,
            MODIFIED_AT);

    @Override
    public @Nullable Kept find(Tx tx, AccountRegion scope, CheckName check) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CHECK)
                .where(Tenant.is(scope).and(NAME.eq(check.value())))
                .fetchOne(JdbcCustomChecks::kept);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Kept kept) {
        CustomCheck check = kept.check();
        SqlTx.dsl(tx)
                .insertInto(CHECK)
                .set(Tenant.row(scope))
                .set(NAME, check.name().value())
                .set(TITLE, check.title())
                .set(DESCRIPTION, check.description())
                .set(SEVERITY, check.severity().name())
                .set(SUBJECT, check.subject().name())
                .set(EXPRESSION, check.expression())
                .set(REASON_CODE, check.reasonCode().value())
                .set(REASON, check.reason())
                .set(REMEDIATION, check.remediation())
                .set(CREATED_AT, kept.createdAt().toEpochMilli())
                .set(MODIFIED_AT, kept.modifiedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, CheckName check) {
        return SqlTx.dsl(tx)
                        .deleteFrom(CHECK)
                        .where(Tenant.is(scope).and(NAME.eq(check.value())))
                        .execute()
                > 0;
    }

    @Override
    public List<Kept> of(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(CHECK)
                .where(Tenant.is(scope))
                .orderBy(NAME)
                .fetch(JdbcCustomChecks::kept);
    }

    private static Kept kept(Record row) {
        var check = new CustomCheck(
                new CheckName(row.get(NAME)),
                row.get(TITLE),
                row.get(DESCRIPTION),
                Severity.valueOf(row.get(SEVERITY)),
                SubjectType.valueOf(row.get(SUBJECT)),
                row.get(EXPRESSION),
                new ReasonCode(row.get(REASON_CODE)),
                row.get(REASON),
                row.get(REMEDIATION));
        return new Kept(check, Instant.ofEpochMilli(row.get(CREATED_AT)), Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
