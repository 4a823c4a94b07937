// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Input } from "../../api/operation";
import { showPage } from "../../test/show";
import { OverviewPage } from "./OverviewPage";

const label = (input: Input) =>
  (input.Filters as { SeverityLabel?: { Value: string }[] }).SeverityLabel?.[0]?.Value;

describe("the overview", () => {
  it("counts open findings by severity, tells the last audit and the alarms, and ticks off what was done", async () => {
    showPage(OverviewPage, "overview", "overview", {
      "securityhub/GetFindings": input => ({
        Findings:
          label(input) === "CRITICAL"
            ? [
                {
                  Id: "f",
                  ProductArn: "p",
                  Title: "Too much is allowed",
                  Severity: { Label: "CRITICAL" },
                  UpdatedAt: "2026-01-01T00:00:00Z",
                },
              ]
            : [],
      }),
      "securityhub/ListEnabledProductsForImport": () => ({ ProductSubscriptions: [] }),
      "iot/ListAuditTasks": () => ({
        tasks: [{ taskId: "t1", taskStatus: "COMPLETED", taskType: "ON_DEMAND_AUDIT_TASK" }],
      }),
      "iot/DescribeAuditTask": () => ({
        taskStatus: "COMPLETED",
        taskType: "ON_DEMAND_AUDIT_TASK",
        taskStartTime: 1,
        taskStatistics: { nonCompliantChecks: 3, compliantChecks: 14 },
        auditDetails: {},
      }),
      "iot/ListActiveViolations": () => ({
        activeViolations: [
          {
            violationId: "v",
            thingName: "pump-7",
            securityProfileName: "P",
            behavior: { name: "size" },
            violationStartTime: 1,
          },
        ],
      }),
      "iot/ListViolationEvents": () => ({ violationEvents: [{ violationEventType: "in-alarm" }] }),
      "iot/ListPolicies": () => ({ policies: [] }),
      "iot/ListSecurityProfiles": () => ({ securityProfileIdentifiers: [{ name: "P", arn: "a" }] }),
    });
    expect(await screen.findByText("pump-7")).toBeTruthy();
    expect((await screen.findAllByText("14")).length).toBe(1);
    expect((await screen.findAllByText("Done:")).length).toBe(4);
  });
});
