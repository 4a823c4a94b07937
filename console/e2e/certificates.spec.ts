// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

test("a certificate is created with a key for download, and revoked", async ({ page }) => {
  await page.goto(`${home}/certificates`);
  await page.getByRole("button", { name: "Create certificate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create certificate" }).click();
  await expect(page.getByText("Download the private key now")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Private key" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/-private\.key$/);
  await page.getByRole("button", { name: "Done" }).click();
  await page
    .getByText(/Attach a policy and a thing/)
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /…$/ })).toBeVisible();
  await page.getByRole("button", { name: "Change status" }).click();
  await page.getByRole("menuitem", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
});
