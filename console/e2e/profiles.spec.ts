// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

test("a limit is seen among recent values while it is typed, with what it would have alarmed on", async ({
  page,
}) => {
  await page.goto(`${home}/detect/profiles/create`);
  await page.getByLabel("Value (bytes)").fill("1");
  await expect(page.getByText(/of the [\d,]+ values shown break the limit: gateway-001/)).toBeVisible();
  await expect(page.getByText(/In the last day it would have alarmed [\d,]+ times on/)).toBeVisible();
  await expect(page.getByText("Limit: less than 1 bytes")).toBeVisible();
  await page.getByRole("button", { name: /hardly any false alarms/ }).click();
  await expect(page.getByText(/None of the [\d,]+ values shown breaks the limit/)).toBeVisible();
  await page.getByLabel("Name", { exact: true }).first().fill(`preview-${Date.now()}`);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Back-test" })).toBeVisible();
  await expect(page.getByText(/values of [\d,]+ devices/)).toBeVisible();
});
