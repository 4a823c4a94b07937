// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.fleetward.kernel.AccountRegion;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** The two columns that lead every table, and fields of the types that tables are made of. */
public final class Tenant {
    public static final Field<String> ACCOUNT = text("account");
    public static final Field<String> REGION = text("region");

    private Tenant() {}

    /** The row belongs to this account and region. */
    public static Condition is(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    /** Which account and region the row belongs to. */
    public static AccountRegion of(Record row) {
        return AccountRegion.of(row.get(ACCOUNT), row.get(REGION));
    }

    /** A row of this tenant, to be filled with further columns. */
    public static Map<Field<?>, Object> row(AccountRegion scope) {
        var row = new HashMap<Field<?>, Object>();
        row.put(ACCOUNT, scope.account().value());
        row.put(REGION, scope.region().value());
        return row;
    }

    public static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }

    public static Field<Long> number(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }

    public static Field<Integer> integer(String column) {
        return field(name(column), SQLDataType.INTEGER);
    }
}
