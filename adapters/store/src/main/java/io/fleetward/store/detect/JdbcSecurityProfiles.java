// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.SecurityProfiles;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code security_profile}. Thread-safe. */
public final class JdbcSecurityProfiles implements SecurityProfiles {
    private static final Table<Record> PROFILE = table(name("security_profile"));
    private static final Field<String> NAME = text("name");
    private static final Field<String> DOCUMENT = text("document");
    private static final Field<Long> VERSION = number("version");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> MODIFIED_AT = number("modified_at");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, NAME, DOCUMENT, VERSION, CREATED_AT, MODIFIED_AT);

    @Override
    public @Nullable SecurityProfile find(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(PROFILE)
                .where(Tenant.is(scope).and(NAME.eq(name)))
                .fetchOne(JdbcSecurityProfiles::profile);
    }

    @Override
    public void put(Tx tx, SecurityProfile profile) {
        SqlTx.dsl(tx)
                .insertInto(PROFILE)
                .set(Tenant.row(profile.scope()))
                .set(NAME, profile.name())
                .set(DOCUMENT, ProfileJson.write(profile.content()))
                .set(VERSION, profile.version())
                .set(CREATED_AT, profile.createdAt().toEpochMilli())
                .set(MODIFIED_AT, profile.modifiedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return SqlTx.dsl(tx)
                        .deleteFrom(PROFILE)
                        .where(Tenant.is(scope).and(NAME.eq(name)))
                        .execute()
                > 0;
    }

    @Override
    public Page<SecurityProfile> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<SecurityProfile> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(PROFILE)
                .where(Tenant.is(scope))
                .and(page.after() == null ? noCondition() : NAME.gt(page.after()))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcSecurityProfiles::profile);
        return Page.cut(read, page.limit(), SecurityProfile::name);
    }

    @Override
    public List<AccountRegion> scopes(Tx tx) {
        return SqlTx.dsl(tx).selectDistinct(ACCOUNT, REGION).from(PROFILE).fetch(Tenant::of);
    }

    private static SecurityProfile profile(Record row) {
        return new SecurityProfile(
                Tenant.of(row),
                row.get(NAME),
                ProfileJson.read(row.get(DOCUMENT)),
                row.get(VERSION),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                Instant.ofEpochMilli(row.get(MODIFIED_AT)));
    }
}
