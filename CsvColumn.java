// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of findings, in the order in which tables are written.
 *
 * <p>A column is known by the member that it fills, or by one of the other names that tools give it, whatever the case
 * and however words are joined. What is in other columns becomes a product field.
 */
public enum CsvColumn {
    ID("Id", "uid", "findingid"),
    PRODUCT_ARN("ProductArn"),
    GENERATOR_ID("GeneratorId", "rule", "ruleid", "check", "checkid", "plugin", "pluginid"),
    AWS_ACCOUNT_ID("AwsAccountId", "account", "accountid"),
    TITLE("Title", "name", "summary"),
    DESCRIPTION("Description", "message", "details"),
    SEVERITY("Severity.Label", "severity", "risk"),
    TYPE("Types", "type", "category"),
    RECORD_STATE("RecordState", "state"),
    WORKFLOW_STATUS("Workflow.Status"),
    COMPLIANCE_STATUS("Compliance.Status", "compliance"),
    RESOURCE_ID("Resources.Id", "resource", "resourceid", "host", "file", "target"),
    RESOURCE_TYPE("Resources.Type", "resourcetype"),
    CREATED_AT("CreatedAt", "created"),
    UPDATED_AT("UpdatedAt", "updated", "lastseen"),
    FIRST_OBSERVED_AT("FirstObservedAt", "firstseen"),
    LAST_OBSERVED_AT("LastObservedAt"),
    CONFIDENCE("Confidence"),
    CRITICALITY("Criticality"),
    REMEDIATION_TEXT("Remediation.Recommendation.Text", "remediation", "solution"),
    REMEDIATION_URL("Remediation.Recommendation.Url", "remediationurl"),
    SOURCE_URL("SourceUrl", "url", "link");

    private final String member;
    private final Set<String> names;

    CsvColumn(String member, String... names) {
        this.member = member;
        this.names = Set.of(names);
    }

    /** The member of the finding, with dots. */
    public String member() {
        return member;
    }

    /** The column of this name; null when the name is no known one. */
    public static @Nullable CsvColumn of(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        return Arrays.stream(values())
                .filter(column -> column.names.contains(word)
                        || column.member.toLowerCase(Locale.ROOT).replace(".", "").equals(word))
                .findFirst()
                .orElse(null);
    }
}
