// SPDX-License-Identifier: Apache-2.0

/** A pattern that people often want, with an event that it picks. */
export interface Sample {
  value: string;
  label: string;
  pattern: unknown;
  event: unknown;
}

const envelope = (source: string, detailType: string, detail: unknown) => ({
  version: "0",
  id: "00000000-0000-4000-8000-000000000000",
  "detail-type": detailType,
  source,
  account: "000000000000",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  detail,
});

export const samples: readonly Sample[] = [
  {
    value: "critical",
    label: "Critical and high findings that are active",
    pattern: {
      source: ["aws.securityhub"],
      "detail-type": ["Security Hub Findings - Imported"],
      detail: { findings: { Severity: { Label: ["CRITICAL", "HIGH"] }, RecordState: ["ACTIVE"] } },
    },
    event: envelope("aws.securityhub", "Security Hub Findings - Imported", {
      findings: [
        {
          Id: "example",
          Title: "Policy allows too much",
          Severity: { Label: "CRITICAL" },
          Workflow: { Status: "NEW" },
          RecordState: "ACTIVE",
        },
      ],
    }),
  },
  {
    value: "action",
    label: "A custom action was chosen",
    pattern: { source: ["aws.securityhub"], "detail-type": ["Security Hub Findings - Custom Action"] },
    event: envelope("aws.securityhub", "Security Hub Findings - Custom Action", {
      actionName: "Ticket",
      findings: [{ Id: "example", Title: "Policy allows too much" }],
    }),
  },
  {
    value: "alarm",
    label: "A device went into alarm",
    pattern: { source: ["fleetward.detect"], detail: { violationEventType: ["in-alarm"] } },
    event: envelope("fleetward.detect", "Detect Violation", {
      violationEventType: "in-alarm",
      thingName: "pump-1",
    }),
  },
  {
    value: "audit",
    label: "An audit check found something",
    pattern: {
      source: ["fleetward.audit"],
      "detail-type": ["Audit Check Completed"],
      detail: { checkRunStatus: ["COMPLETED_NON_COMPLIANT"] },
    },
    event: envelope("fleetward.audit", "Audit Check Completed", {
      checkRunStatus: "COMPLETED_NON_COMPLIANT",
    }),
  },
];

export const textOf = (document: unknown): string => JSON.stringify(document, null, 2);
