// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Input } from "../../api/operation";
import { type Answers, showPage } from "../../test/show";
import { FindingsPage } from "./FindingsPage";
import { openFindings } from "./filter/filters";
import type { Finding } from "./types";

const productArn = "arn:aws:securityhub:us-east-1::product/aws/iot-device-defender-audit";
const finding = (id: string, title: string): Finding => ({
  Id: id,
  ProductArn: productArn,
  AwsAccountId: "000000000000",
  Title: title,
  Description: `${title}, in words`,
  Severity: { Label: "HIGH", Normalized: 70 },
  Workflow: { Status: "NEW" },
  RecordState: "ACTIVE",
  UpdatedAt: "2026-01-01T00:00:00Z",
  ProductName: "IoT Device Defender - Audit",
  Resources: [{ Type: "AwsIotPolicy", Id: "broad" }],
});

const click = (element: HTMLElement | undefined) => element && fireEvent.click(element);
const inButton = (text: string) => screen.getByText(text, { selector: "button span" });
const show = (answers: Answers, path = "findings") =>
  showPage(FindingsPage, path, "findings", {
    "fleetward/ListViews": () => ({ views: [] }),
    "securityhub/DescribeActionTargets": () => ({ ActionTargets: [] }),
    ...answers,
  });

describe("the findings page", () => {
  it("shows what is open, page by page by tokens, the latest first", async () => {
    const full = [...Array(20).keys()].map(n => finding(`${n}`, n === 0 ? "First" : `Another ${n}`));
    const { asked } = show({
      "securityhub/GetFindings": ({ NextToken }) =>
        NextToken ? { Findings: [finding("20", "Second")] } : { Findings: full, NextToken: "t" },
    });
    await screen.findByText("First");
    expect(screen.getByText("(20+)")).toBeTruthy();
    expect(asked.find(({ operation }) => operation === "securityhub/GetFindings")?.input).toEqual({
      Filters: openFindings,
      SortCriteria: [{ Field: "UpdatedAt", SortOrder: "desc" }],
      MaxResults: 20,
    });
    click(screen.getByLabelText("Next page"));
    await screen.findByText("Second");
  });

  it("goes on where a search among very many gives up, until the page is full or all was looked at", async () => {
    const pages: Record<string, object> = {
      first: { Findings: [], NextToken: "second" },
      second: { Findings: [finding("1", "First")], NextToken: "third" },
      third: { Findings: [finding("2", "Second")] },
    };
    const { asked } = show({
      "securityhub/GetFindings": ({ NextToken }) => pages[`${NextToken ?? "first"}`],
    });
    await screen.findByText("Second");
    expect(screen.getByText("First")).toBeTruthy();
    const rests = asked
      .filter(({ operation }) => operation.endsWith("GetFindings"))
      .map(({ input }) => input.MaxResults);
    expect(rests).toEqual([20, 20, 19]);
  });

  it("does not say that nothing matches before all was looked at", async () => {
    const now = Date.now.bind(Date);
    let later = 0;
    const clock = vi.spyOn(Date, "now").mockImplementation(() => now() + later);
    show({
      "securityhub/GetFindings": ({ NextToken }) => {
        if (NextToken) return { Findings: [finding("1", "First")] };
        later = 60_000;
        return { Findings: [], NextToken: "t" };
      },
    });
    click(await screen.findByText("Look further"));
    await screen.findByText("First");
    clock.mockRestore();
  });

  it("changes the workflow status of what is selected and says what was refused", async () => {
    const { asked } = show({
      "securityhub/GetFindings": () => ({ Findings: [finding("1", "First"), finding("2", "Second")] }),
      "securityhub/BatchUpdateFindings": ({ FindingIdentifiers }: Input) => ({
        ProcessedFindings: (FindingIdentifiers as unknown[]).slice(1),
        UnprocessedFindings: [
          { FindingIdentifier: {}, ErrorCode: "FindingNotFound", ErrorMessage: "Finding Not Found" },
        ],
      }),
    });
    await screen.findByText("First");
    click(screen.getAllByLabelText("Select all of this page", { selector: "input" })[0]);
    click(inButton("Workflow status"));
    click(await screen.findByText("Resolved"));
    await screen.findByText(/Changed 1 finding. 1 finding stayed as they were: Finding Not Found/);
    expect(asked.find(({ operation }) => operation.endsWith("BatchUpdateFindings"))?.input).toEqual({
      FindingIdentifiers: [
        { Id: "1", ProductArn: productArn },
        { Id: "2", ProductArn: productArn },
      ],
      Workflow: { Status: "RESOLVED" },
    });
  });

  it("opens the finding of its address with history and causes", async () => {
    const path = `findings?id=1&product=${encodeURIComponent(productArn)}&tab=chain`;
    show(
      {
        "securityhub/GetFindings": () => ({ Findings: [finding("1", "First")] }),
        "fleetward/DescribeFindingChain": () => ({
          links: [{ kind: "CHANGE", time: 1, summary: "Somebody changed broad." }],
          isComplete: false,
          missing: ["The report is no longer kept."],
        }),
        "securityhub/GetFindingHistory": () => ({
          Records: [
            {
              UpdateTime: 2,
              UpdateSource: { Type: "BATCH_UPDATE_FINDINGS", Identity: "ada" },
              Updates: [{ UpdatedField: "Workflow.Status", OldValue: "NEW", NewValue: "NOTIFIED" }],
            },
          ],
        }),
      },
      path,
    );
    await screen.findByText("Somebody changed broad.");
    expect(screen.getByText("The report is no longer kept.")).toBeTruthy();
    click(screen.getByText("History"));
    await screen.findByText("Workflow.Status: NEW → NOTIFIED");
  });

  it("counts what comes and moves no row until asked to", async () => {
    let findings = [finding("1", "First")];
    const { source } = show({ "securityhub/GetFindings": () => ({ Findings: findings }) });
    await screen.findByText("First");
    findings = [finding("2", "Second"), ...findings];
    source.tell("finding", { id: "2", change: "created", at: "2026-01-01T00:00:00Z" });
    const button = await screen.findByText("Show 1 new", {}, { timeout: 20_000 });
    expect(screen.queryByText("Second")).toBeNull();
    click(button);
    await screen.findByText("Second");
  });

  it("shows what a suppression would hit before it is made", async () => {
    const { asked } = show({
      "securityhub/GetFindings": () => ({ Findings: [finding("1", "First")] }),
      "fleetward/PreviewAutomationRule": () => ({ matchedFindings: 12, isComplete: true, sample: [] }),
      "fleetward/CreateFindingSuppression": () => ({ suppressionId: "s" }),
    });
    click(await screen.findByLabelText("Select First", { selector: "input" }));
    click(inButton("Actions"));
    click(await screen.findByText("Suppress with a reason…"));
    const dialog = within(await screen.findByRole("dialog"));
    click(dialog.getByText("All that meet criteria"));
    await dialog.findByText(/12 findings meet the criteria now/);
    fireEvent.change(dialog.getByLabelText("Reason"), { target: { value: "known" } });
    click(dialog.getByText("Suppress"));
    await waitFor(() =>
      expect(
        asked.find(({ operation }) => operation.endsWith("CreateFindingSuppression"))?.input,
      ).toMatchObject({
        reason: "known",
        criteria: { Title: [{ Value: "First", Comparison: "EQUALS" }] },
      }),
    );
  });
});
