// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../test/show";
import { RulePage } from "./RulePage";

it("tries a target with one event and shows what came of it", async () => {
  const { asked } = showPage(RulePage, "events/rules/default/urgent", "events/rules/:bus/:name", {
    "events/DescribeRule": () => ({ Name: "urgent", Arn: "arn", State: "ENABLED", EventPattern: "{}" }),
    "events/ListTargetsByRule": () => ({
      Targets: [{ Id: "soc", Arn: "arn:aws:sns:us-east-1:000000000000:soc" }],
    }),
    "fleetward/TestEventTarget": () => ({
      result: "DEAD",
      detail: "There is no such topic.",
      durationMillis: 3,
    }),
  });
  await screen.findByText("Topic");
  fireEvent.click(screen.getByLabelText("Select soc", { selector: "input" }));
  fireEvent.click(screen.getByText("Test"));
  fireEvent.click(within(await screen.findByRole("dialog")).getByText("Send event"));
  await screen.findByText("There is no such topic.");
  expect(screen.getByText("Given up")).toBeTruthy();
  expect(asked.find(({ operation }) => operation.endsWith("TestEventTarget"))?.input).toEqual({
    eventBusName: "default",
    ruleName: "urgent",
    targetId: "soc",
  });
});

it("changes what a target is sent, and leaves the rest of it as it is", async () => {
  const target = {
    Id: "soc",
    Arn: "arn:aws:sns:us-east-1:000000000000:soc",
    RoleArn: "arn:aws:iam::000000000000:role/r",
    InputPath: "$.detail",
  };
  const { asked } = showPage(RulePage, "events/rules/default/urgent", "events/rules/:bus/:name", {
    "events/DescribeRule": () => ({ Name: "urgent", Arn: "arn", State: "ENABLED", EventPattern: "{}" }),
    "events/ListTargetsByRule": () => ({ Targets: [target] }),
    "events/PutTargets": () => ({ FailedEntryCount: 0, FailedEntries: [] }),
  });
  await screen.findByText("Topic");
  fireEvent.click(screen.getByLabelText("Select soc", { selector: "input" }));
  fireEvent.click(screen.getByText("Edit target"));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("Path"), { target: { value: "$.detail.findings" } });
  fireEvent.click(dialog.getByText("Save"));
  await screen.findByText("Saved the target soc. Test it now.");
  expect(asked.find(({ operation }) => operation.endsWith("PutTargets"))?.input).toEqual({
    Rule: "urgent",
    EventBusName: "default",
    Targets: [{ ...target, InputPath: "$.detail.findings" }],
  });
});
