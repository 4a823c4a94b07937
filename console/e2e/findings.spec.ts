// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { home, settled } from "./home";

test("findings are filtered, opened with their causes, changed and exported", async ({ page }) => {
  await page.goto(`${home}/findings`);
  await settled(page);
  const filter = page.getByRole("combobox", { name: "Find findings" });
  await filter.fill("Product name = IoT Device Defender - Audit");
  await filter.press("Enter");
  await expect(page).toHaveURL(/filters=/);
  await expect(page.getByText("Product name = IoT Device Defender - Audit").first()).toBeVisible();

  await page
    .getByRole("link", { name: /OVERLY_PERMISSIVE_CHECK: / })
    .first()
    .click();
  await page.getByRole("tab", { name: "What led to it" }).click();
  await expect(page.getByText(/^Check, /).first()).toBeVisible();
  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByRole("region", { name: "The finding as JSON" })).toContainText('"SchemaVersion"');
  await page.getByRole("tab", { name: "Overview" }).click();
  const overview = page.getByRole("tabpanel", { name: "Overview" });
  await overview.getByRole("button", { name: "Workflow status" }).click();
  await page.getByRole("menuitem", { name: "Notified" }).click();
  await expect(page.getByText(/Changed 1 finding/)).toBeVisible();
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByText("Workflow.Status: NEW → NOTIFIED").first()).toBeVisible();

  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export what the filter shows…" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const file = await (await download).path();
  expect(readFileSync(file, "utf8")).toContain("OVERLY_PERMISSIVE");
});

test("what the API cannot express is refused with a reason and a way on", async ({ page }) => {
  await page.goto(`${home}/findings?filters=%7B%7D`);
  await settled(page);
  const filter = page.getByRole("combobox", { name: "Find findings" });
  await filter.fill("Title : LOGGING");
  await filter.press("Enter");
  await filter.fill("Title : POLICY");
  await filter.press("Enter");
  await expect(page.getByText("This filter is not applied")).toBeVisible();
  await page.getByRole("button", { name: "Join by or" }).click();
  await expect(page.getByText("This filter is not applied")).toBeHidden();
  await expect(page.getByRole("link", { name: /LOGGING/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /POLICY/ }).first()).toBeVisible();
});
