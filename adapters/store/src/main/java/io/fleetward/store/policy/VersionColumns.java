// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.policy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the table {@code policy_version}, which both repositories read; qualified, because both join. */
final class VersionColumns {
    static final Table<Record> POLICY_VERSION = table(name("policy_version"));
    static final Field<String> ACCOUNT = column("account", SQLDataType.CLOB);
    static final Field<String> REGION = column("region", SQLDataType.CLOB);
    static final Field<String> POLICY = column("policy", SQLDataType.CLOB);
    static final Field<Integer> VERSION = column("version", SQLDataType.INTEGER);
    static final Field<String> DOCUMENT = column("document", SQLDataType.CLOB);
    static final Field<Long> CREATED_AT = column("created_at", SQLDataType.BIGINT);
    static final List<Field<?>> ALL = List.of(ACCOUNT, REGION, POLICY, VERSION, DOCUMENT, CREATED_AT);

    private VersionColumns() {}

    static Condition isOf(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    static Condition isOf(AccountRegion scope, PolicyName name) {
        return isOf(scope).and(POLICY.eq(name.value()));
    }

    /** Joins a version with the policy whose default it is. */
    static Condition isInForce() {
        return ofPolicy("account", SQLDataType.CLOB)
                .eq(ACCOUNT)
                .and(ofPolicy("region", SQLDataType.CLOB).eq(REGION))
                .and(ofPolicy("name", SQLDataType.CLOB).eq(POLICY))
                .and(ofPolicy("default_version", SQLDataType.INTEGER).eq(VERSION));
    }

    static Map<Field<?>, Object> row(PolicyVersion version) {
        var row = new HashMap<Field<?>, Object>();
        row.put(unqualified(ACCOUNT), version.scope().account().value());
        row.put(unqualified(REGION), version.scope().region().value());
        row.put(unqualified(POLICY), version.policy().value());
        row.put(unqualified(VERSION), version.number());
        row.put(unqualified(DOCUMENT), version.text());
        row.put(unqualified(CREATED_AT), version.createdAt().toEpochMilli());
        return row;
    }

    static PolicyVersion version(Record row) {
        return new PolicyVersion(
                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)),
                new PolicyName(row.get(POLICY)),
                row.get(VERSION),
                row.get(DOCUMENT),
                Instant.ofEpochMilli(row.get(CREATED_AT)));
    }

    private static Field<?> unqualified(Field<?> column) {
        return field(column.getUnqualifiedName(), column.getDataType());
    }

    private static <T> Field<T> column(String column, DataType<T> type) {
        return field(name("policy_version", column), type);
    }

    private static <T> Field<T> ofPolicy(String column, DataType<T> type) {
        return field(name("policy", column), type);
    }
}
