// SPDX-License-Identifier: Apache-2.0
import { Problem } from "../../api/problem";
import type { Filters } from "../findings/filter/filters";

export type RuleStatus = "ENABLED" | "DISABLED";

/** What the list tells of a rule. */
export interface RuleSummary {
  RuleArn: string;
  RuleName: string;
  RuleOrder: number;
  RuleStatus: RuleStatus;
  Description?: string;
  IsTerminal?: boolean;
  CreatedAt?: number;
  UpdatedAt?: number;
  CreatedBy?: string;
}

/** What a rule changes of the findings that meet its criteria. */
export interface FieldsUpdate {
  Note?: { Text: string; UpdatedBy: string };
  Severity?: { Label: string };
  VerificationState?: string;
  Confidence?: number;
  Criticality?: number;
  Types?: string[];
  UserDefinedFields?: Record<string, string>;
  Workflow?: { Status: string };
  RelatedFindings?: { Id: string; ProductArn: string }[];
}

export interface Rule extends RuleSummary {
  Criteria: Filters;
  Actions: { Type: "FINDING_FIELDS_UPDATE"; FindingFieldsUpdate: FieldsUpdate }[];
}

export interface BatchAnswer {
  ProcessedAutomationRules?: string[];
  UnprocessedAutomationRules?: { RuleArn: string; ErrorCode: number; ErrorMessage: string }[];
}

/** A change of one rule that was refused inside a batch is a Problem like any other. */
export function mustBeProcessed({ UnprocessedAutomationRules = [] }: BatchAnswer): void {
  const [refused] = UnprocessedAutomationRules;
  if (refused) throw new Problem(refused.ErrorCode, "Unprocessed", refused.ErrorMessage);
}

export interface Application {
  applicationId: string;
  ruleArn: string;
  status: "IN_PROGRESS" | "COMPLETED" | "CANCELED";
  progressPercent: number;
  matchedFindings: number;
  changedFindings: number;
  startedAt: number;
  startedBy: string;
  endedAt?: number;
}
