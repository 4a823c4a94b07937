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
      "securityhub/GetInsightResults": ({ InsightArn }) => ({
        InsightResults: {
          ResultValues: String(InsightArn).endsWith("securityhub/default/29")
            ? [{ GroupByAttributeValue: "CRITICAL", Count: 1234 }]
            : [],
        },
      }),
      "fleetward/ListOpenFindingCounts": () => ({ counts: [] }),
      "iot/ListThings": () => ({ things: [{}, {}, {}] }),
      "fleetward/ListConnections": ({ connectedOnly }) => ({
        connections: connectedOnly
          ? [{ clientId: "pump-7" }, { clientId: "pump-8" }]
          : [
              { clientId: "pump-7", disconnectedAt: 2, disconnectReason: "CONNECTION_LOST" },
              { clientId: "pump-8", disconnectedAt: 2, disconnectReason: "CLIENT_INITIATED_DISCONNECT" },
            ],
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
    expect(await screen.findByText("1,234")).toBeTruthy();
    const facts = new Map(
      [...document.querySelectorAll("dt")].map(term => [
        term.textContent,
        term.nextElementSibling?.textContent,
      ]),
    );
    expect(facts.get("Connected clients")).toBe("2");
    expect(facts.get("Things in the registry")).toBe("3");
    expect(facts.get("Connections lost")).toBe("1");
    expect(facts.get("Alarms raised")).toBe("1");
    expect(facts.get("Alarms cleared")).toBe("0");
    expect((await screen.findAllByText("Done:")).length).toBe(4);
  });
});
