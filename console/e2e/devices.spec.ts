// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

const name = `lamp-${Date.now()}`;

test("a thing is created, and its doctor says what it lacks", async ({ page }) => {
  await page.goto(`${home}/devices`);
  await page.getByRole("button", { name: "Create thing" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create thing" }).click();
  await page.getByRole("link", { name }).first().click();
  await page.getByRole("tab", { name: "Doctor" }).click();
  await expect(page.getByText("The one thing to fix", { exact: true })).toBeVisible();
  await expect(page.getByText("None is attached.")).toBeVisible();
});

test("the simulator says which policy allows what", async ({ page }) => {
  await page.goto(`${home}/devices/gateway-001?tab=simulator`);
  await page.getByRole("button", { name: "Try" }).click();
  const decisions = page.getByRole("table", { name: "Decisions" });
  await expect(decisions.getByText("Allowed", { exact: true }).first()).toBeVisible();
  await expect(decisions.getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Statement trace" })).toBeVisible();
  await expect(page.getByText("Decides: it allows this.").first()).toBeVisible();
  await page.getByRole("button", { name: "Trace request 2" }).click();
  const traced = page.getByRole("paragraph").filter({ hasText: "topic/devices/gateway-001/data" });
  await expect(traced).toHaveText(/^publish arn:aws:iot:/);
});
