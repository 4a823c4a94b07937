// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.jooq.impl.DSL.any;

import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;

/**
 * Conditions true of the rows with these keys.
 *
 * <p>PostgreSQL is given the keys as one array: one text for any number of them, which it plans once, in place of a list of
 * parameters, which it would plan each time.
 */
public final class KeyedRows {
    private KeyedRows() {}

    /** Rows of this account and region whose column has one of the values. */
    public static Condition in(AccountRegion scope, Field<String> column, Collection<String> values) {
        return Tenant.is(scope)
                .and(CustomCondition.of(context -> context.visit(
                        context.family() == SQLDialect.POSTGRES
                                ? column.eq(any(values.toArray(String[]::new)))
                                : column.in(values))));
    }

    /** Rows whose column has one of the values that are wanted of the row's account and region. */
    public static Condition in(Field<String> column, Map<AccountRegion, ? extends Collection<String>> wanted) {
        return DSL.or(wanted.entrySet().stream()
                .map(tenant -> in(tenant.getKey(), column, tenant.getValue()))
                .toList());
    }
}
