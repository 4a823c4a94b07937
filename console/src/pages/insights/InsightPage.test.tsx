// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { InsightPage } from "./InsightPage";

const insight = {
  InsightArn: "arn:aws:securityhub:::insight/fleetward/default/2",
  Name: "Audit checks with the most failures",
  Filters: { RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }] },
  GroupByAttribute: "Title",
};

it("leads from each value of an insight to its findings", async () => {
  showPage(InsightPage, `insights/view?arn=${encodeURIComponent(insight.InsightArn)}`, "insights/view", {
    "securityhub/GetInsights": () => ({ Insights: [insight] }),
    "securityhub/DescribeActionTargets": () => ({ ActionTargets: [] }),
    "securityhub/GetInsightResults": () => ({
      InsightResults: {
        GroupByAttribute: "Title",
        ResultValues: [{ GroupByAttributeValue: "Too broad", Count: 7 }],
      },
    }),
  });
  const link = (await screen.findAllByText("Too broad")).map(text => text.closest("a")).find(Boolean);
  const filters = new URL(link?.getAttribute("href") ?? "", "https://x").searchParams.get("filters");
  expect(JSON.parse(filters ?? "")).toEqual({
    ...insight.Filters,
    Title: [{ Value: "Too broad", Comparison: "EQUALS" }],
  });
  expect(screen.getByText("Record state = ACTIVE")).toBeTruthy();
});
