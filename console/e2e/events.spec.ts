// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

const name = `kept-${Date.now()}`;

test("a rule gets a target, which is edited and tried", async ({ page }) => {
  await page.goto(`${home}/events/rules/create`);
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create rule", exact: true }).click();
  await page.getByRole("button", { name: "Add target" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Kind" }).click();
  await page.getByRole("option", { name: "MQTT topic" }).click();
  await dialog.getByRole("textbox", { name: "MQTT topic" }).fill("console/events");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("radio", { name: "Select target-1" }).check();
  await page.getByRole("button", { name: "Edit target" }).click();
  await dialog.getByRole("button", { name: "Sends" }).click();
  await page.getByRole("option", { name: "A part of the event" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved the target target-1.")).toBeVisible();
  await expect(page.getByText("$.detail", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await dialog.getByRole("button", { name: "Send event" }).click();
  await expect(dialog.getByText("Delivered")).toBeVisible();
});

test("events are archived and replayed", async ({ page }) => {
  await page.goto(`${home}/events/archives`);
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Create archive" }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("radio", { name: `Select ${name}` }).check();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  await dialog.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText(/Started the replay replay-/)).toBeVisible();
  await page.getByRole("tab", { name: "Replays" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${name}.*Completed`) })).toBeVisible();
});
