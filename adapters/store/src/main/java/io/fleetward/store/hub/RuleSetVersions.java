// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** A table of one row for each account and region: the version of its rules of some kind. Immutable. */
record RuleSetVersions(Table<Record> versions) {
    private static final Field<String> VERSION = text("version");

    static RuleSetVersions in(String tableName) {
        return new RuleSetVersions(table(name(tableName)));
    }

    /** The version; empty before the first rule. */
    String get(Tx tx, AccountRegion scope) {
        String version = SqlTx.dsl(tx)
                .select(VERSION)
                .from(versions)
                .where(Tenant.is(scope))
                .fetchOne(VERSION);
        return version == null ? "" : version;
    }

    void set(Tx tx, AccountRegion scope, String version) {
        SqlTx.dsl(tx)
                .insertInto(versions)
                .set(Tenant.row(scope))
                .set(VERSION, version)
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void clear(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(versions).where(Tenant.is(scope)).execute();
    }
}
