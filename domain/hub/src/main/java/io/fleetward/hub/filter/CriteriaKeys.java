// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The keys that criteria of automation rules know (hub, automation rules). */
final class CriteriaKeys {
    private static final int FEW = 20;
    private static final int MANY = 100;

    private static final Set<FilterKey> WITH_MANY_VALUES =
            EnumSet.of(FilterKey.AWS_ACCOUNT_ID, FilterKey.GENERATOR_ID, FilterKey.TITLE, FilterKey.RESOURCE_ID);

    private static final Set<FilterKey> WITH_FEW_VALUES = EnumSet.of(
            FilterKey.PRODUCT_ARN,
            FilterKey.ID,
            FilterKey.TYPE,
            FilterKey.FIRST_OBSERVED_AT,
            FilterKey.LAST_OBSERVED_AT,
            FilterKey.CREATED_AT,
            FilterKey.UPDATED_AT,
            FilterKey.CONFIDENCE,
            FilterKey.CRITICALITY,
            FilterKey.DESCRIPTION,
            FilterKey.SOURCE_URL,
            FilterKey.PRODUCT_NAME,
            FilterKey.COMPANY_NAME,
            FilterKey.SEVERITY_LABEL,
            FilterKey.RESOURCE_TYPE,
            FilterKey.RESOURCE_PARTITION,
            FilterKey.RESOURCE_REGION,
            FilterKey.RESOURCE_TAGS,
            FilterKey.RESOURCE_DETAILS_OTHER,
            FilterKey.COMPLIANCE_STATUS,
            FilterKey.COMPLIANCE_SECURITY_CONTROL_ID,
            FilterKey.COMPLIANCE_ASSOCIATED_STANDARDS_ID,
            FilterKey.VERIFICATION_STATE,
            FilterKey.WORKFLOW_STATUS,
            FilterKey.RECORD_STATE,
            FilterKey.RELATED_FINDINGS_PRODUCT_ARN,
            FilterKey.RELATED_FINDINGS_ID,
            FilterKey.NOTE_TEXT,
            FilterKey.NOTE_UPDATED_AT,
            FilterKey.NOTE_UPDATED_BY,
            FilterKey.USER_DEFINED_FIELDS,
            FilterKey.RESOURCE_APPLICATION_ARN,
            FilterKey.RESOURCE_APPLICATION_NAME,
            FilterKey.AWS_ACCOUNT_NAME);

    /** How many values a key may have. */
    static final Map<FilterKey, Integer> MOST_VALUES = mostValues();

    private CriteriaKeys() {}

    private static Map<FilterKey, Integer> mostValues() {
        var most = new EnumMap<FilterKey, Integer>(FilterKey.class);
        WITH_FEW_VALUES.forEach(key -> most.put(key, FEW));
        WITH_MANY_VALUES.forEach(key -> most.put(key, MANY));
        return Collections.unmodifiableMap(most);
    }
}
