// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home, settled } from "./home";

test("the findings of a product are accepted, and no longer", async ({ page }) => {
  await page.goto(`${home}/integrations?q=kube-bench`);
  await page.getByRole("button", { name: "Accept findings of Kube-bench" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Accept findings" }).click();
  await expect(page.getByText("The hub accepts findings of Kube-bench.")).toBeVisible();
  await page.getByRole("button", { name: "Stop accepting findings of Kube-bench" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop accepting findings" }).click();
  await expect(page.getByText("Not accepting findings", { exact: true }).last()).toBeVisible();
});

test("an insight leads to the findings that it counts", async ({ page }) => {
  await page.goto(`${home}/insights`);
  await page.getByRole("link", { name: "Severity by counts of findings" }).click();
  await page.getByRole("link", { name: "CRITICAL" }).click();
  await settled(page);
  await expect(page.getByText("Severity label = CRITICAL").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /OVERLY_PERMISSIVE/ }).first()).toBeVisible();
});

test("a rule of a filter shows what it hits, is made, applied and deleted", async ({ page }) => {
  const name = `lower ${Date.now()}`;
  const criteria = { Title: [{ Value: "LOGGING", Comparison: "PREFIX" }] };
  await page.goto(`${home}/automation/create?criteria=${encodeURIComponent(JSON.stringify(criteria))}`);
  await expect(page.getByText(/[1-9] findings? meets? the criteria now/)).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Description").fill("Known");
  await page.getByLabel("Note").fill("Logging is on at the gateway.");
  await page.getByRole("button", { name: "Create rule", exact: true }).click();
  const row = page.getByRole("row", { name });
  await row.getByRole("radio").check();
  await page.getByRole("button", { name: "Apply to stored findings" }).click();
  await page.getByRole("button", { name: "Apply", exact: true }).click();
  await expect(page.getByText("Completed").first()).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`Deleted the rule ${name}.`)).toBeVisible();
});

test("a rule of events is tried on an event and made", async ({ page }) => {
  const name = `console-${Date.now()}`;
  await page.goto(`${home}/events/rules/create`);
  await page.getByRole("button", { name: "Test pattern" }).click();
  await expect(page.getByText("The pattern picks the event.")).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Create rule", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("No targets")).toBeVisible();
});
