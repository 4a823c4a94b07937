// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { Severity } from "../../ui/Severity";
import { Time } from "../../ui/Time";
import { ComplianceStatus, WorkflowStatus, words } from "./labels";
import type { Finding } from "./types";

export interface FindingColumn {
  id: string;
  header: string;
  cell: (finding: Finding) => ReactNode;
  /** The name of the field in SortCriteria; lists cannot be sorted by. */
  sort?: string;
  hidden?: boolean;
  width: number;
}

const many = (values: readonly (string | undefined)[] | undefined): ReactNode => {
  const known = (values ?? []).filter(value => value !== undefined);
  return known.length === 0
    ? "–"
    : known.length === 1
      ? known[0]
      : `${known[0]} and ${known.length - 1} more`;
};

/** Columns of the table of findings but for the title, which opens the finding. */
export const columns: readonly FindingColumn[] = [
  {
    id: "severity",
    header: "Severity",
    cell: finding => <Severity label={finding.Severity?.Label} />,
    sort: "SeverityNormalized",
    width: 120,
  },
  { id: "title", header: "Title", cell: finding => finding.Title, sort: "Title", width: 340 },
  {
    id: "workflow",
    header: "Workflow status",
    cell: finding => <WorkflowStatus status={finding.Workflow?.Status} />,
    sort: "WorkflowStatus",
    width: 155,
  },
  {
    id: "product",
    header: "Product",
    cell: finding => finding.ProductName ?? "–",
    sort: "ProductName",
    width: 180,
  },
  {
    id: "resource",
    header: "Resource",
    cell: finding => many(finding.Resources?.map(({ Id }) => Id)),
    width: 170,
  },
  {
    id: "resourceType",
    header: "Resource type",
    cell: finding => many(finding.Resources?.map(({ Type }) => Type)),
    width: 180,
    hidden: true,
  },
  {
    id: "compliance",
    header: "Compliance",
    cell: finding => <ComplianceStatus status={finding.Compliance?.Status} />,
    sort: "ComplianceStatus",
    width: 130,
    hidden: true,
  },
  {
    id: "updated",
    header: "Updated",
    cell: finding => <Time at={finding.UpdatedAt} />,
    sort: "UpdatedAt",
    width: 130,
  },
  {
    id: "created",
    header: "Created",
    cell: finding => <Time at={finding.CreatedAt} />,
    sort: "CreatedAt",
    width: 140,
    hidden: true,
  },
  {
    id: "firstObserved",
    header: "First observed",
    cell: finding => <Time at={finding.FirstObservedAt} />,
    sort: "FirstObservedAt",
    width: 140,
    hidden: true,
  },
  {
    id: "lastObserved",
    header: "Last observed",
    cell: finding => <Time at={finding.LastObservedAt} />,
    sort: "LastObservedAt",
    width: 140,
    hidden: true,
  },
  {
    id: "record",
    header: "Record state",
    cell: finding => words(finding.RecordState) || "–",
    sort: "RecordState",
    width: 130,
    hidden: true,
  },
  {
    id: "verification",
    header: "Verification",
    cell: finding => words(finding.VerificationState) || "–",
    sort: "VerificationState",
    width: 140,
    hidden: true,
  },
  {
    id: "company",
    header: "Company",
    cell: finding => finding.CompanyName ?? "–",
    sort: "CompanyName",
    width: 140,
    hidden: true,
  },
  {
    id: "account",
    header: "Account",
    cell: finding => finding.AwsAccountName ?? finding.AwsAccountId,
    sort: "AwsAccountId",
    width: 140,
    hidden: true,
  },
  {
    id: "region",
    header: "Region",
    cell: finding => finding.Region ?? "–",
    sort: "Region",
    width: 130,
    hidden: true,
  },
  { id: "types", header: "Types", cell: finding => many(finding.Types), width: 260, hidden: true },
  {
    id: "generator",
    header: "Generator",
    cell: finding => finding.GeneratorId ?? "–",
    sort: "GeneratorId",
    width: 260,
    hidden: true,
  },
  {
    id: "control",
    header: "Control",
    cell: finding => finding.Compliance?.SecurityControlId ?? "–",
    sort: "ComplianceSecurityControlId",
    width: 120,
    hidden: true,
  },
  {
    id: "confidence",
    header: "Confidence",
    cell: finding => finding.Confidence ?? "–",
    sort: "Confidence",
    width: 120,
    hidden: true,
  },
  {
    id: "criticality",
    header: "Criticality",
    cell: finding => finding.Criticality ?? "–",
    sort: "Criticality",
    width: 120,
    hidden: true,
  },
  {
    id: "note",
    header: "Note",
    cell: finding => finding.Note?.Text ?? "–",
    sort: "NoteText",
    width: 240,
    hidden: true,
  },
  { id: "id", header: "Finding ID", cell: finding => finding.Id, sort: "Id", width: 300, hidden: true },
];
