// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { AccountsPage } from "./AccountsPage";

it("adds an account and says why one is refused", async () => {
  const { asked } = showPage(AccountsPage, "accounts", "accounts", {
    "securityhub/ListMembers": () => ({ Members: [{ AccountId: "222222222222", MemberStatus: "Enabled" }] }),
    "securityhub/CreateMembers": () => ({
      UnprocessedAccounts: [{ AccountId: "111111111111", ProcessingResult: "it has an administrator" }],
    }),
  });
  await screen.findByText("222222222222");
  fireEvent.click(screen.getByText("Add account"));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("Account"), { target: { value: "111111111111" } });
  fireEvent.click(dialog.getByText("Add"));
  await screen.findByText("111111111111: it has an administrator");
  expect(asked.find(({ operation }) => operation.endsWith("CreateMembers"))?.input).toEqual({
    AccountDetails: [{ AccountId: "111111111111" }],
  });
});

it.each([
  { administrator: "000000000000", shown: "Are added by hand", asks: 1 },
  {
    administrator: "222222222222",
    shown: "Only the administrator of the organization sees its configuration.",
    asks: 0,
  },
])(
  "asks for the configuration of an organization that $administrator administers",
  async ({ administrator, shown, asks }) => {
    const { asked } = showPage(AccountsPage, "accounts?tab=organization", "accounts", {
      "securityhub/ListOrganizationAdminAccounts": () => ({
        AdminAccounts: [{ AccountId: administrator, Status: "ENABLED" }],
      }),
      "securityhub/DescribeOrganizationConfiguration": () => ({ AutoEnable: false }),
    });
    await screen.findByText(shown);
    const ofConfiguration = asked.filter(({ operation }) => operation.endsWith("OrganizationConfiguration"));
    expect(ofConfiguration).toHaveLength(asks);
  },
);
