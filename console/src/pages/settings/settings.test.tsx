// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { SettingsPage } from "./SettingsPage";

it("creates a user, whose one-time password is shown once", async () => {
  const { asked } = showPage(SettingsPage, "settings?tab=users", "settings", {
    "fleetward/ListUsers": () => ({
      users: [{ userName: "bob", roles: ["analyst"], accounts: ["*"], disabled: true }],
    }),
    "fleetward/CreateUser": () => ({ oneTimePassword: "one-time-word" }),
  });
  expect(await screen.findByText("bob")).toBeTruthy();
  expect(screen.getByText("Every account")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Create user" }));
  await userEvent.click(await screen.findByLabelText("User name"));
  await userEvent.paste("eve");
  await userEvent.click(screen.getAllByRole("button", { name: "Create user" }).at(-1) as HTMLElement);
  expect(await screen.findByText("one-time-word")).toBeTruthy();
  expect(asked.find(({ operation }) => operation === "fleetward/CreateUser")?.input).toEqual({
    userName: "eve",
    roles: ["read-only"],
    accounts: ["000000000000"],
    disabled: false,
  });
});
