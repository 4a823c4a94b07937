// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that findings can be filtered by: the name clients use, the kind of filter, and where the value stands in
 * the document (hub, filter keys).
 *
 * <p>In a path, {@code []} stands for every element of a list. Immutable.
 */
public enum FilterKey {
    PRODUCT_ARN("ProductArn", FilterType.TEXT, "ProductArn"),
    AWS_ACCOUNT_ID("AwsAccountId", FilterType.TEXT, "AwsAccountId"),
    ID("Id", FilterType.TEXT, "Id"),
    GENERATOR_ID("GeneratorId", FilterType.TEXT, "GeneratorId"),
    REGION("Region", FilterType.TEXT, "Region"),
    TYPE("Type", FilterType.TEXT, "Types[]"),
    FIRST_OBSERVED_AT("FirstObservedAt", FilterType.DATE, "FirstObservedAt"),
    LAST_OBSERVED_AT("LastObservedAt", FilterType.DATE, "LastObservedAt"),
    CREATED_AT("CreatedAt", FilterType.DATE, "CreatedAt"),
    UPDATED_AT("UpdatedAt", FilterType.DATE, "UpdatedAt"),
    SEVERITY_PRODUCT("SeverityProduct", FilterType.NUMBER, "Severity.Product"),
    SEVERITY_NORMALIZED("SeverityNormalized", FilterType.NUMBER, "Severity.Normalized"),
    SEVERITY_LABEL("SeverityLabel", FilterType.TEXT, "Severity.Label"),
    CONFIDENCE("Confidence", FilterType.NUMBER, "Confidence"),
    CRITICALITY("Criticality", FilterType.NUMBER, "Criticality"),
    TITLE("Title", FilterType.TEXT, "Title"),
    DESCRIPTION("Description", FilterType.TEXT, "Description"),
    RECOMMENDATION_TEXT("RecommendationText", FilterType.TEXT, "Remediation.Recommendation.Text"),
    SOURCE_URL("SourceUrl", FilterType.TEXT, "SourceUrl"),
    PRODUCT_FIELDS("ProductFields", FilterType.MAP, "ProductFields"),
    PRODUCT_NAME("ProductName", FilterType.TEXT, "ProductName"),
    COMPANY_NAME("CompanyName", FilterType.TEXT, "CompanyName"),
    USER_DEFINED_FIELDS("UserDefinedFields", FilterType.MAP, "UserDefinedFields"),
    MALWARE_NAME("MalwareName", FilterType.TEXT, "Malware[].Name"),
    MALWARE_TYPE("MalwareType", FilterType.TEXT, "Malware[].Type"),
    MALWARE_PATH("MalwarePath", FilterType.TEXT, "Malware[].Path"),
    MALWARE_STATE("MalwareState", FilterType.TEXT, "Malware[].State"),
    NETWORK_DIRECTION("NetworkDirection", FilterType.TEXT, "Network.Direction"),
    NETWORK_PROTOCOL("NetworkProtocol", FilterType.TEXT, "Network.Protocol"),
    NETWORK_SOURCE_IPV4("NetworkSourceIpV4", FilterType.ADDRESS, "Network.SourceIpV4"),
    NETWORK_SOURCE_IPV6("NetworkSourceIpV6", FilterType.ADDRESS, "Network.SourceIpV6"),
    NETWORK_SOURCE_PORT("NetworkSourcePort", FilterType.NUMBER, "Network.SourcePort"),
    NETWORK_SOURCE_DOMAIN("NetworkSourceDomain", FilterType.TEXT, "Network.SourceDomain"),
    NETWORK_SOURCE_MAC("NetworkSourceMac", FilterType.TEXT, "Network.SourceMac"),
    NETWORK_DESTINATION_IPV4("NetworkDestinationIpV4", FilterType.ADDRESS, "Network.DestinationIpV4"),
    NETWORK_DESTINATION_IPV6("NetworkDestinationIpV6", FilterType.ADDRESS, "Network.DestinationIpV6"),
    NETWORK_DESTINATION_PORT("NetworkDestinationPort", FilterType.NUMBER, "Network.DestinationPort"),
    NETWORK_DESTINATION_DOMAIN("NetworkDestinationDomain", FilterType.TEXT, "Network.DestinationDomain"),
    PROCESS_NAME("ProcessName", FilterType.TEXT, "Process.Name"),
    PROCESS_PATH("ProcessPath", FilterType.TEXT, "Process.Path"),
    PROCESS_PID("ProcessPid", FilterType.NUMBER, "Process.Pid"),
    PROCESS_PARENT_PID("ProcessParentPid", FilterType.NUMBER, "Process.ParentPid"),
    PROCESS_LAUNCHED_AT("ProcessLaunchedAt", FilterType.DATE, "Process.LaunchedAt"),
    PROCESS_TERMINATED_AT("ProcessTerminatedAt", FilterType.DATE, "Process.TerminatedAt"),
    THREAT_INTEL_INDICATOR_TYPE("ThreatIntelIndicatorType", FilterType.TEXT, "ThreatIntelIndicators[].Type"),
    THREAT_INTEL_INDICATOR_VALUE("ThreatIntelIndicatorValue", FilterType.TEXT, "ThreatIntelIndicators[].Value"),
    THREAT_INTEL_INDICATOR_CATEGORY(
            "ThreatIntelIndicatorCategory", FilterType.TEXT, "ThreatIntelIndicators[].Category"),
    THREAT_INTEL_INDICATOR_LAST_OBSERVED_AT(
            "ThreatIntelIndicatorLastObservedAt", FilterType.DATE, "ThreatIntelIndicators[].LastObservedAt"),
    THREAT_INTEL_INDICATOR_SOURCE("ThreatIntelIndicatorSource", FilterType.TEXT, "ThreatIntelIndicators[].Source"),
    THREAT_INTEL_INDICATOR_SOURCE_URL(
            "ThreatIntelIndicatorSourceUrl", FilterType.TEXT, "ThreatIntelIndicators[].SourceUrl"),
    RESOURCE_TYPE("ResourceType", FilterType.TEXT, "Resources[].Type"),
    RESOURCE_ID("ResourceId", FilterType.TEXT, "Resources[].Id"),
    RESOURCE_PARTITION("ResourcePartition", FilterType.TEXT, "Resources[].Partition"),
    RESOURCE_REGION("ResourceRegion", FilterType.TEXT, "Resources[].Region"),
    RESOURCE_TAGS("ResourceTags", FilterType.MAP, "Resources[].Tags"),
    RESOURCE_AWS_EC2_INSTANCE_TYPE(
            "ResourceAwsEc2InstanceType", FilterType.TEXT, "Resources[].Details.AwsEc2Instance.Type"),
    RESOURCE_AWS_EC2_INSTANCE_IMAGE_ID(
            "ResourceAwsEc2InstanceImageId", FilterType.TEXT, "Resources[].Details.AwsEc2Instance.ImageId"),
    RESOURCE_AWS_EC2_INSTANCE_IPV4_ADDRESSES(
            "ResourceAwsEc2InstanceIpV4Addresses",
            FilterType.ADDRESS,
            "Resources[].Details.AwsEc2Instance.IpV4Addresses[]"),
    RESOURCE_AWS_EC2_INSTANCE_IPV6_ADDRESSES(
            "ResourceAwsEc2InstanceIpV6Addresses",
            FilterType.ADDRESS,
            "Resources[].Details.AwsEc2Instance.IpV6Addresses[]"),
    RESOURCE_AWS_EC2_INSTANCE_KEY_NAME(
            "ResourceAwsEc2InstanceKeyName", FilterType.TEXT, "Resources[].Details.AwsEc2Instance.KeyName"),
    RESOURCE_AWS_EC2_INSTANCE_IAM_INSTANCE_PROFILE_ARN(
            "ResourceAwsEc2InstanceIamInstanceProfileArn",
            FilterType.TEXT,
            "Resources[].Details.AwsEc2Instance.IamInstanceProfileArn"),
    RESOURCE_AWS_EC2_INSTANCE_VPC_ID(
            "ResourceAwsEc2InstanceVpcId", FilterType.TEXT, "Resources[].Details.AwsEc2Instance.VpcId"),
    RESOURCE_AWS_EC2_INSTANCE_SUBNET_ID(
            "ResourceAwsEc2InstanceSubnetId", FilterType.TEXT, "Resources[].Details.AwsEc2Instance.SubnetId"),
    RESOURCE_AWS_EC2_INSTANCE_LAUNCHED_AT(
            "ResourceAwsEc2InstanceLaunchedAt", FilterType.DATE, "Resources[].Details.AwsEc2Instance.LaunchedAt"),
    RESOURCE_AWS_S3_BUCKET_OWNER_ID(
            "ResourceAwsS3BucketOwnerId", FilterType.TEXT, "Resources[].Details.AwsS3Bucket.OwnerId"),
    RESOURCE_AWS_S3_BUCKET_OWNER_NAME(
            "ResourceAwsS3BucketOwnerName", FilterType.TEXT, "Resources[].Details.AwsS3Bucket.OwnerName"),
    RESOURCE_AWS_IAM_ACCESS_KEY_USER_NAME(
            "ResourceAwsIamAccessKeyUserName", FilterType.TEXT, "Resources[].Details.AwsIamAccessKey.UserName"),
    RESOURCE_AWS_IAM_ACCESS_KEY_PRINCIPAL_NAME(
            "ResourceAwsIamAccessKeyPrincipalName",
            FilterType.TEXT,
            "Resources[].Details.AwsIamAccessKey.PrincipalName"),
    RESOURCE_AWS_IAM_ACCESS_KEY_STATUS(
            "ResourceAwsIamAccessKeyStatus", FilterType.TEXT, "Resources[].Details.AwsIamAccessKey.Status"),
    RESOURCE_AWS_IAM_ACCESS_KEY_CREATED_AT(
            "ResourceAwsIamAccessKeyCreatedAt", FilterType.DATE, "Resources[].Details.AwsIamAccessKey.CreatedAt"),
    RESOURCE_AWS_IAM_USER_USER_NAME(
            "ResourceAwsIamUserUserName", FilterType.TEXT, "Resources[].Details.AwsIamUser.UserName"),
    RESOURCE_CONTAINER_NAME("ResourceContainerName", FilterType.TEXT, "Resources[].Details.Container.Name"),
    RESOURCE_CONTAINER_IMAGE_ID("ResourceContainerImageId", FilterType.TEXT, "Resources[].Details.Container.ImageId"),
    RESOURCE_CONTAINER_IMAGE_NAME(
            "ResourceContainerImageName", FilterType.TEXT, "Resources[].Details.Container.ImageName"),
    RESOURCE_CONTAINER_LAUNCHED_AT(
            "ResourceContainerLaunchedAt", FilterType.DATE, "Resources[].Details.Container.LaunchedAt"),
    RESOURCE_DETAILS_OTHER("ResourceDetailsOther", FilterType.MAP, "Resources[].Details.Other"),
    COMPLIANCE_STATUS("ComplianceStatus", FilterType.TEXT, "Compliance.Status"),
    VERIFICATION_STATE("VerificationState", FilterType.TEXT, "VerificationState"),
    WORKFLOW_STATE("WorkflowState", FilterType.TEXT, "WorkflowState"),
    WORKFLOW_STATUS("WorkflowStatus", FilterType.TEXT, "Workflow.Status"),
    RECORD_STATE("RecordState", FilterType.TEXT, "RecordState"),
    RELATED_FINDINGS_PRODUCT_ARN("RelatedFindingsProductArn", FilterType.TEXT, "RelatedFindings[].ProductArn"),
    RELATED_FINDINGS_ID("RelatedFindingsId", FilterType.TEXT, "RelatedFindings[].Id"),
    NOTE_TEXT("NoteText", FilterType.TEXT, "Note.Text"),
    NOTE_UPDATED_AT("NoteUpdatedAt", FilterType.DATE, "Note.UpdatedAt"),
    NOTE_UPDATED_BY("NoteUpdatedBy", FilterType.TEXT, "Note.UpdatedBy"),
    KEYWORD("Keyword", FilterType.KEYWORD, ""),
    FINDING_PROVIDER_FIELDS_CONFIDENCE(
            "FindingProviderFieldsConfidence", FilterType.NUMBER, "FindingProviderFields.Confidence"),
    FINDING_PROVIDER_FIELDS_CRITICALITY(
            "FindingProviderFieldsCriticality", FilterType.NUMBER, "FindingProviderFields.Criticality"),
    FINDING_PROVIDER_FIELDS_RELATED_FINDINGS_ID(
            "FindingProviderFieldsRelatedFindingsId", FilterType.TEXT, "FindingProviderFields.RelatedFindings[].Id"),
    FINDING_PROVIDER_FIELDS_RELATED_FINDINGS_PRODUCT_ARN(
            "FindingProviderFieldsRelatedFindingsProductArn",
            FilterType.TEXT,
            "FindingProviderFields.RelatedFindings[].ProductArn"),
    FINDING_PROVIDER_FIELDS_SEVERITY_LABEL(
            "FindingProviderFieldsSeverityLabel", FilterType.TEXT, "FindingProviderFields.Severity.Label"),
    FINDING_PROVIDER_FIELDS_SEVERITY_ORIGINAL(
            "FindingProviderFieldsSeverityOriginal", FilterType.TEXT, "FindingProviderFields.Severity.Original"),
    FINDING_PROVIDER_FIELDS_TYPES("FindingProviderFieldsTypes", FilterType.TEXT, "FindingProviderFields.Types[]"),
    SAMPLE("Sample", FilterType.FLAG, "Sample"),
    COMPLIANCE_SECURITY_CONTROL_ID("ComplianceSecurityControlId", FilterType.TEXT, "Compliance.SecurityControlId"),
    COMPLIANCE_ASSOCIATED_STANDARDS_ID(
            "ComplianceAssociatedStandardsId", FilterType.TEXT, "Compliance.AssociatedStandards[].StandardsId"),
    VULNERABILITIES_EXPLOIT_AVAILABLE(
            "VulnerabilitiesExploitAvailable", FilterType.TEXT, "Vulnerabilities[].ExploitAvailable"),
    VULNERABILITIES_FIX_AVAILABLE("VulnerabilitiesFixAvailable", FilterType.TEXT, "Vulnerabilities[].FixAvailable"),
    COMPLIANCE_SECURITY_CONTROL_PARAMETERS_NAME(
            "ComplianceSecurityControlParametersName", FilterType.TEXT, "Compliance.SecurityControlParameters[].Name"),
    COMPLIANCE_SECURITY_CONTROL_PARAMETERS_VALUE(
            "ComplianceSecurityControlParametersValue",
            FilterType.TEXT,
            "Compliance.SecurityControlParameters[].Value[]"),
    AWS_ACCOUNT_NAME("AwsAccountName", FilterType.TEXT, "AwsAccountName"),
    RESOURCE_APPLICATION_NAME("ResourceApplicationName", FilterType.TEXT, "Resources[].ApplicationName"),
    RESOURCE_APPLICATION_ARN("ResourceApplicationArn", FilterType.TEXT, "Resources[].ApplicationArn");

    private static final Map<String, FilterKey> BY_NAME = byName();

    private final String wireName;
    private final FilterType type;

    @SuppressWarnings("ImmutableEnumChecker") // a record of an immutable list
    private final FieldPath path;

    FilterKey(String wireName, FilterType type, String path) {
        this.wireName = wireName;
        this.type = type;
        this.path = FieldPath.of(path);
    }

    /** The key that clients call so, or null. */
    public static @Nullable FilterKey named(String wireName) {
        return BY_NAME.get(wireName);
    }

    /** The name clients use. */
    public String wireName() {
        return wireName;
    }

    public FilterType type() {
        return type;
    }

    /** Where the values stand; the whole document for keywords. */
    public FieldPath path() {
        return path;
    }

    private static Map<String, FilterKey> byName() {
        var map = new HashMap<String, FilterKey>();
        for (FilterKey key : values()) {
            map.put(key.wireName, key);
        }
        return Map.copyOf(map);
    }
}
