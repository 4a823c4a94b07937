// SPDX-License-Identifier: Apache-2.0

export interface FindingIdentifier {
  Id: string;
  ProductArn: string;
}

export type SeverityLabel = "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";

export interface Resource {
  Type: string;
  Id: string;
  Region?: string;
  Partition?: string;
  Tags?: Record<string, string>;
  Details?: Record<string, unknown>;
  ApplicationName?: string;
}

/** What the pages show of an ASFF finding; the rest is in its JSON. */
export interface Finding extends FindingIdentifier {
  SchemaVersion?: string;
  AwsAccountId: string;
  AwsAccountName?: string;
  Region?: string;
  ProductName?: string;
  CompanyName?: string;
  GeneratorId?: string;
  Types?: string[];
  Title: string;
  Description?: string;
  CreatedAt?: string;
  UpdatedAt?: string;
  FirstObservedAt?: string;
  LastObservedAt?: string;
  ProcessedAt?: string;
  Severity?: { Label?: SeverityLabel; Normalized?: number; Product?: number; Original?: string };
  Confidence?: number;
  Criticality?: number;
  Remediation?: { Recommendation?: { Text?: string; Url?: string } };
  SourceUrl?: string;
  ProductFields?: Record<string, string>;
  UserDefinedFields?: Record<string, string>;
  Resources?: Resource[];
  Compliance?: {
    Status?: string;
    SecurityControlId?: string;
    RelatedRequirements?: string[];
    StatusReasons?: { ReasonCode: string; Description?: string }[];
    AssociatedStandards?: { StandardsId: string }[];
  };
  Process?: Record<string, unknown>;
  Network?: Record<string, unknown>;
  Workflow?: { Status?: string };
  WorkflowState?: string;
  RecordState?: string;
  VerificationState?: string;
  RelatedFindings?: FindingIdentifier[];
  Note?: { Text: string; UpdatedBy: string; UpdatedAt: string };
  Sample?: boolean;
}

export interface FindingsPage {
  Findings: Finding[];
  NextToken?: string;
}

export interface BatchUpdateAnswer {
  ProcessedFindings: FindingIdentifier[];
  UnprocessedFindings: { FindingIdentifier: FindingIdentifier; ErrorCode: string; ErrorMessage: string }[];
}

/** What distinguishes a finding from all others. */
export const identifierOf = ({ Id, ProductArn }: FindingIdentifier): FindingIdentifier => ({
  Id,
  ProductArn,
});

export const keyOf = (finding: FindingIdentifier): string => `${finding.ProductArn} ${finding.Id}`;
