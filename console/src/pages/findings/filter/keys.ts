// SPDX-License-Identifier: Apache-2.0

/** What a key of the filter language compares, and so how. */
export type FilterKind = "text" | "number" | "date" | "map" | "address" | "flag" | "keyword";

/** Every key of the filters of GetFindings. */
export const filterKeys: Readonly<Record<string, FilterKind>> = {
  ProductArn: "text",
  AwsAccountId: "text",
  Id: "text",
  GeneratorId: "text",
  Region: "text",
  Type: "text",
  FirstObservedAt: "date",
  LastObservedAt: "date",
  CreatedAt: "date",
  UpdatedAt: "date",
  SeverityProduct: "number",
  SeverityNormalized: "number",
  SeverityLabel: "text",
  Confidence: "number",
  Criticality: "number",
  Title: "text",
  Description: "text",
  RecommendationText: "text",
  SourceUrl: "text",
  ProductFields: "map",
  ProductName: "text",
  CompanyName: "text",
  UserDefinedFields: "map",
  MalwareName: "text",
  MalwareType: "text",
  MalwarePath: "text",
  MalwareState: "text",
  NetworkDirection: "text",
  NetworkProtocol: "text",
  NetworkSourceIpV4: "address",
  NetworkSourceIpV6: "address",
  NetworkSourcePort: "number",
  NetworkSourceDomain: "text",
  NetworkSourceMac: "text",
  NetworkDestinationIpV4: "address",
  NetworkDestinationIpV6: "address",
  NetworkDestinationPort: "number",
  NetworkDestinationDomain: "text",
  ProcessName: "text",
  ProcessPath: "text",
  ProcessPid: "number",
  ProcessParentPid: "number",
  ProcessLaunchedAt: "date",
  ProcessTerminatedAt: "date",
  ThreatIntelIndicatorType: "text",
  ThreatIntelIndicatorValue: "text",
  ThreatIntelIndicatorCategory: "text",
  ThreatIntelIndicatorLastObservedAt: "date",
  ThreatIntelIndicatorSource: "text",
  ThreatIntelIndicatorSourceUrl: "text",
  ResourceType: "text",
  ResourceId: "text",
  ResourcePartition: "text",
  ResourceRegion: "text",
  ResourceTags: "map",
  ResourceAwsEc2InstanceType: "text",
  ResourceAwsEc2InstanceImageId: "text",
  ResourceAwsEc2InstanceIpV4Addresses: "address",
  ResourceAwsEc2InstanceIpV6Addresses: "address",
  ResourceAwsEc2InstanceKeyName: "text",
  ResourceAwsEc2InstanceIamInstanceProfileArn: "text",
  ResourceAwsEc2InstanceVpcId: "text",
  ResourceAwsEc2InstanceSubnetId: "text",
  ResourceAwsEc2InstanceLaunchedAt: "date",
  ResourceAwsS3BucketOwnerId: "text",
  ResourceAwsS3BucketOwnerName: "text",
  ResourceAwsIamAccessKeyUserName: "text",
  ResourceAwsIamAccessKeyPrincipalName: "text",
  ResourceAwsIamAccessKeyStatus: "text",
  ResourceAwsIamAccessKeyCreatedAt: "date",
  ResourceAwsIamUserUserName: "text",
  ResourceContainerName: "text",
  ResourceContainerImageId: "text",
  ResourceContainerImageName: "text",
  ResourceContainerLaunchedAt: "date",
  ResourceDetailsOther: "map",
  ComplianceStatus: "text",
  VerificationState: "text",
  WorkflowState: "text",
  WorkflowStatus: "text",
  RecordState: "text",
  RelatedFindingsProductArn: "text",
  RelatedFindingsId: "text",
  NoteText: "text",
  NoteUpdatedAt: "date",
  NoteUpdatedBy: "text",
  Keyword: "keyword",
  FindingProviderFieldsConfidence: "number",
  FindingProviderFieldsCriticality: "number",
  FindingProviderFieldsRelatedFindingsId: "text",
  FindingProviderFieldsRelatedFindingsProductArn: "text",
  FindingProviderFieldsSeverityLabel: "text",
  FindingProviderFieldsSeverityOriginal: "text",
  FindingProviderFieldsTypes: "text",
  Sample: "flag",
  ComplianceSecurityControlId: "text",
  ComplianceAssociatedStandardsId: "text",
  VulnerabilitiesExploitAvailable: "text",
  VulnerabilitiesFixAvailable: "text",
  ComplianceSecurityControlParametersName: "text",
  ComplianceSecurityControlParametersValue: "text",
  AwsAccountName: "text",
  ResourceApplicationName: "text",
  ResourceApplicationArn: "text",
};

/** The keys that criteria of automation rules and suppressions know. */
export const criteriaKeys: readonly string[] = [
  "ProductArn",
  "AwsAccountId",
  "Id",
  "GeneratorId",
  "Type",
  "FirstObservedAt",
  "LastObservedAt",
  "CreatedAt",
  "UpdatedAt",
  "Confidence",
  "Criticality",
  "Title",
  "Description",
  "SourceUrl",
  "ProductName",
  "CompanyName",
  "SeverityLabel",
  "ResourceType",
  "ResourceId",
  "ResourcePartition",
  "ResourceRegion",
  "ResourceTags",
  "ResourceDetailsOther",
  "ComplianceStatus",
  "ComplianceSecurityControlId",
  "ComplianceAssociatedStandardsId",
  "VerificationState",
  "WorkflowStatus",
  "RecordState",
  "RelatedFindingsProductArn",
  "RelatedFindingsId",
  "NoteText",
  "NoteUpdatedAt",
  "NoteUpdatedBy",
  "UserDefinedFields",
  "ResourceApplicationArn",
  "ResourceApplicationName",
  "AwsAccountName",
];

/** How many values a key may have in criteria, where it is not 20. */
export const manyValues: readonly string[] = ["AwsAccountId", "GeneratorId", "Title", "ResourceId"];

/** The keys with few values, offered as a choice. */
export const enumerated: Readonly<Record<string, readonly string[]>> = {
  SeverityLabel: ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"],
  WorkflowStatus: ["NEW", "NOTIFIED", "RESOLVED", "SUPPRESSED"],
  RecordState: ["ACTIVE", "ARCHIVED"],
  ComplianceStatus: ["FAILED", "WARNING", "PASSED", "NOT_AVAILABLE"],
  VerificationState: ["UNKNOWN", "TRUE_POSITIVE", "FALSE_POSITIVE", "BENIGN_POSITIVE"],
  FindingProviderFieldsSeverityLabel: ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"],
  NetworkDirection: ["IN", "OUT"],
  MalwareState: ["OBSERVED", "REMOVAL_FAILED", "REMOVED"],
  VulnerabilitiesExploitAvailable: ["YES", "NO"],
  VulnerabilitiesFixAvailable: ["YES", "NO", "PARTIAL"],
  WorkflowState: ["NEW", "ASSIGNED", "IN_PROGRESS", "DEFERRED", "RESOLVED"],
};

const names: Readonly<Record<string, string>> = {
  Id: "Finding ID",
  AwsAccountId: "Account ID",
  AwsAccountName: "Account name",
  ComplianceSecurityControlId: "Control ID",
  ComplianceAssociatedStandardsId: "Standard",
  FindingProviderFieldsSeverityLabel: "Provider severity label",
  FindingProviderFieldsSeverityOriginal: "Provider severity original",
  FindingProviderFieldsTypes: "Provider types",
  FindingProviderFieldsConfidence: "Provider confidence",
  FindingProviderFieldsCriticality: "Provider criticality",
  FindingProviderFieldsRelatedFindingsId: "Provider related finding ID",
  FindingProviderFieldsRelatedFindingsProductArn: "Provider related finding product ARN",
  SourceUrl: "Source URL",
  NetworkSourceMac: "Network source MAC",
  ThreatIntelIndicatorSourceUrl: "Threat intel indicator source URL",
};

/** The words for a key: SeverityLabel is "Severity label". */
export function labelOf(key: string): string {
  const known = names[key];
  if (known) return known;
  const words = key
    .replace(/^ResourceAws/, "Resource ")
    .replace(/Ec2/g, "EC2 ")
    .replace(/Iam/g, "IAM ")
    .replace(/S3/g, "S3 ")
    .replace(/IpV([46])/g, " IPv$1 ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/\bId\b/g, "ID")
    .replace(/\bArn\b/g, "ARN")
    .split(/\s+/)
    .filter(Boolean);
  return words
    .map((word, place) =>
      place === 0 || /^(ID|ARN|EC2|IAM|S3|IPv[46])$/.test(word) ? word : word.toLowerCase(),
    )
    .join(" ");
}
