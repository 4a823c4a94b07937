// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { CreateRulePage } from "./RuleForms";

it("makes a rule of a filter, after showing what meets it", async () => {
  const criteria = {
    Title: [{ Value: "LOGGING", Comparison: "PREFIX" }],
    Region: [{ Value: "us-east-1", Comparison: "EQUALS" }],
  };
  const path = `automation/create?criteria=${encodeURIComponent(JSON.stringify(criteria))}`;
  const { asked } = showPage(CreateRulePage, path, "automation/create", {
    "securityhub/ListAutomationRules": () => ({ AutomationRulesMetadata: [{ RuleOrder: 7 }] }),
    "fleetward/PreviewAutomationRule": () => ({ matchedFindings: 1, isComplete: false, sample: [] }),
    "securityhub/CreateAutomationRule": () => ({ RuleArn: "arn" }),
  });
  await screen.findByText(/At least 1 finding meets the criteria now/);
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Quiet" } });
  fireEvent.change(screen.getByLabelText("Description"), { target: { value: "Known" } });
  fireEvent.change(screen.getByLabelText("Note"), { target: { value: "As agreed" } });
  fireEvent.click(screen.getByText("Create rule"));
  await waitFor(() =>
    expect(asked.find(({ operation }) => operation.endsWith("CreateAutomationRule"))?.input).toEqual({
      RuleName: "Quiet",
      Description: "Known",
      RuleOrder: 6,
      RuleStatus: "ENABLED",
      IsTerminal: false,
      // Criteria of rules know no Region.
      Criteria: { Title: criteria.Title },
      Actions: [
        {
          Type: "FINDING_FIELDS_UPDATE",
          FindingFieldsUpdate: { Note: { Text: "As agreed", UpdatedBy: "ada" } },
        },
      ],
    }),
  );
});
