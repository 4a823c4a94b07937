// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.hub.filter.FilterKey;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.Field;

/** Which filter keys have a column of their own. */
final class FilterColumns {
    /** Single texts. */
    static final Map<FilterKey, Field<String>> TEXTS = texts();

    /** Lists of texts, written by {@link TextList}. */
    static final Map<FilterKey, Field<String>> LISTS = Map.of(
            FilterKey.TYPE, FindingTable.TYPES,
            FilterKey.RESOURCE_TYPE, FindingTable.RESOURCE_TYPES,
            FilterKey.RESOURCE_ID, FindingTable.RESOURCE_IDS);

    /** Moments in milliseconds. */
    static final Map<FilterKey, Field<Long>> TIMES = Map.of(
            FilterKey.UPDATED_AT, FindingTable.UPDATED_AT,
            FilterKey.CREATED_AT, FindingTable.CREATED_AT,
            FilterKey.FIRST_OBSERVED_AT, FindingTable.FIRST_OBSERVED_AT,
            FilterKey.LAST_OBSERVED_AT, FindingTable.LAST_OBSERVED_AT,
            FilterKey.PROCESS_LAUNCHED_AT, FindingTable.PROCESS_LAUNCHED_AT,
            FilterKey.PROCESS_TERMINATED_AT, FindingTable.PROCESS_TERMINATED_AT,
            FilterKey.NOTE_UPDATED_AT, FindingTable.NOTE_UPDATED_AT);

    private FilterColumns() {}

    private static Map<FilterKey, Field<String>> texts() {
        var columns = new EnumMap<FilterKey, Field<String>>(FilterKey.class);
        columns.put(FilterKey.RECORD_STATE, FindingTable.RECORD_STATE);
        columns.put(FilterKey.WORKFLOW_STATUS, FindingTable.WORKFLOW_STATUS);
        columns.put(FilterKey.SEVERITY_LABEL, FindingTable.SEVERITY_LABEL);
        columns.put(FilterKey.COMPLIANCE_STATUS, FindingTable.COMPLIANCE_STATUS);
        columns.put(FilterKey.VERIFICATION_STATE, FindingTable.VERIFICATION_STATE);
        columns.put(FilterKey.PRODUCT_ARN, FindingTable.PRODUCT_ARN);
        columns.put(FilterKey.PRODUCT_NAME, FindingTable.PRODUCT_NAME);
        columns.put(FilterKey.COMPANY_NAME, FindingTable.COMPANY_NAME);
        columns.put(FilterKey.AWS_ACCOUNT_ID, FindingTable.AWS_ACCOUNT_ID);
        columns.put(FilterKey.ID, FindingTable.ID);
        columns.put(FilterKey.GENERATOR_ID, FindingTable.GENERATOR_ID);
        columns.put(FilterKey.TITLE, FindingTable.TITLE);
        return Map.copyOf(columns);
    }
}
