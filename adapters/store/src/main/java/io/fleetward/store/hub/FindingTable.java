// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names the tables {@code finding} and {@code finding_resource} and their columns. */
final class FindingTable {
    static final Table<Record> FINDING = table(name("finding"));
    static final Table<Record> FINDING_RESOURCE = table(name("finding_resource"));

    static final Field<String> ACCOUNT = text("account");
    static final Field<String> REGION = text("region");
    static final Field<String> KEY = text("finding_key");
    static final Field<Integer> KIND = field(name("kind"), SQLDataType.INTEGER);
    static final Field<Long> REVISION = number("revision");
    static final Field<String> CUSTOMER_TOUCHED = text("customer_touched");
    static final Field<Long> IMPORTED_AT = number("imported_at");
    static final Field<String> IMPORTED_BY = text("imported_by");
    static final Field<Long> UPDATED_AT = number("updated_at");
    static final Field<Long> CREATED_AT = number("created_at");
    static final Field<Long> PROCESSED_AT = number("processed_at");
    static final Field<Long> FIRST_OBSERVED_AT = number("first_observed_at");
    static final Field<Long> LAST_OBSERVED_AT = number("last_observed_at");
    static final Field<Long> PROCESS_LAUNCHED_AT = number("process_launched_at");
    static final Field<Long> PROCESS_TERMINATED_AT = number("process_terminated_at");
    static final Field<Long> NOTE_UPDATED_AT = number("note_updated_at");
    static final Field<String> RECORD_STATE = text("record_state");
    static final Field<String> WORKFLOW_STATUS = text("workflow_status");
    static final Field<String> SEVERITY_LABEL = text("severity_label");
    static final Field<Integer> SEVERITY_NORMALIZED = field(name("severity_normalized"), SQLDataType.INTEGER);
    static final Field<String> COMPLIANCE_STATUS = text("compliance_status");
    static final Field<String> VERIFICATION_STATE = text("verification_state");
    static final Field<String> PRODUCT_ARN = text("product_arn");
    static final Field<String> PRODUCT_NAME = text("product_name");
    static final Field<String> COMPANY_NAME = text("company_name");
    static final Field<String> AWS_ACCOUNT_ID = text("aws_account_id");
    static final Field<String> ID = text("id");
    static final Field<String> GENERATOR_ID = text("generator_id");
    static final Field<String> TITLE = text("title");
    static final Field<String> TYPES = text("types");
    static final Field<String> RESOURCE_TYPES = text("resource_types");
    static final Field<String> RESOURCE_IDS = text("resource_ids");
    static final Field<String> DOCUMENT = text("document");
    static final Field<String> RESOURCE_ID = text("resource_id");

    private FindingTable() {}

    static Condition in(AccountRegion scope) {
        return ACCOUNT.eq(scope.account().value()).and(REGION.eq(scope.region().value()));
    }

    /** Rows of any of these accounts and regions. */
    static Condition in(Collection<AccountRegion> scopes) {
        Map<Region, List<String>> accounts = scopes.stream()
                .collect(groupingBy(
                        AccountRegion::region,
                        TreeMap::new,
                        mapping(scope -> scope.account().value(), toList())));
        return DSL.or(accounts.entrySet().stream()
                .map(region -> ACCOUNT.in(region.getValue())
                        .and(REGION.eq(region.getKey().value())))
                .toList());
    }

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.CLOB);
    }

    private static Field<Long> number(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }
}
