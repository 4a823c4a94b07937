// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { Problem } from "../../api/problem";
import { showPage } from "../../test/show";
import { CreateRulePage, EditRulePage } from "./RuleForms";

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

it("leaves the order to whoever may not read the rules, and keeps what is typed", async () => {
  let isDenied = true;
  showPage(CreateRulePage, "automation/create", "automation/create", {
    "securityhub/ListAutomationRules": () => {
      if (isDenied) throw new Problem(403, "AccessDeniedException", "Not for you.");
      return { AutomationRulesMetadata: [{ RuleOrder: 7 }] };
    },
  });
  await screen.findByText("Your role does not allow this");
  await screen.findByText("The rules cannot be read: say yourself which order the new one has.");
  const order = () => (screen.getByLabelText("Order") as HTMLInputElement).value;
  expect(order()).toBe("");
  fireEvent.change(screen.getByLabelText("Name"), { target: { value: "Quiet" } });
  isDenied = false;
  fireEvent.click(screen.getByText("Try again"));
  await waitFor(() => expect(order()).toBe("6"));
  expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("Quiet");
});

it("keeps what is typed when the rule cannot be read again", async () => {
  let isAway = false;
  const { asked } = showPage(EditRulePage, "automation/edit?arn=a", "automation/edit", {
    "securityhub/BatchGetAutomationRules": () => {
      if (isAway) throw new Problem(503, "Unreachable", "No answer.");
      return { Rules: [{ RuleArn: "a", RuleName: "Quiet", RuleOrder: 7, Criteria: {}, Actions: [] }] };
    },
  });
  const name = (await screen.findByLabelText("Name")) as HTMLInputElement;
  fireEvent.change(name, { target: { value: "Quieter" } });
  isAway = true;
  const before = asked.length;
  window.dispatchEvent(new Event("visibilitychange"));
  await waitFor(() => expect(asked.length).toBeGreaterThan(before));
  await waitFor(() => expect(screen.queryByText("Loading the rule")).toBeNull());
  expect((screen.getByLabelText("Name") as HTMLInputElement).value).toBe("Quieter");
});
