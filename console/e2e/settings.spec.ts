// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

const name = `eve-${Date.now()}`;

test("a user is created with a one-time password, and deleted", async ({ page }) => {
  await page.goto(`${home}/settings?tab=users`);
  await page.getByRole("button", { name: "Create user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("User name").fill(name);
  await dialog.getByRole("button", { name: "Create user" }).click();
  await expect(page.getByText("It is shown this once.")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByLabel("Find users").fill(name);
  await page.getByRole("radio", { name: `Select ${name}` }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`User ${name} is deleted.`)).toBeVisible();
});
