// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.fleetward.kernel.AccountRegion;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** The two columns that lead every table of the registry. */
final class Tenant {
    static final Field<String> ACCOUNT = text("account");
    static final Field<String> REGION = text("region");

    private Tenant() {}

    static Condition is(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    static AccountRegion of(Record row) {
        return AccountRegion.of(row.get(ACCOUNT), row.get(REGION));
    }

    /** A row of this tenant, to be filled with further columns. */
    static Map<Field<?>, Object> row(AccountRegion scope) {
        var row = new HashMap<Field<?>, Object>();
        row.put(ACCOUNT, scope.account().value());
        row.put(REGION, scope.region().value());
        return row;
    }

    static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }

    static Field<Long> number(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }

    static Field<Integer> integer(String column) {
        return field(name(column), SQLDataType.INTEGER);
    }
}
