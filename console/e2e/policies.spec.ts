// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

const name = `too-much-${Date.now()}`;

test("a policy is judged while it is written, saved, replaced by a narrower version, and compared", async ({
  page,
}) => {
  await page.goto(`${home}/policies`);
  await page.getByRole("button", { name: "Create policy", exact: true }).click();
  await page.getByLabel("Policy name").fill(name);
  await page.getByRole("button", { name: "Remove iot:Connect" }).click();
  await page.getByRole("button", { name: "Actions of statement 1" }).click();
  await page.getByRole("option", { name: "* (every action)" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Resources" }).fill("*");
  await expect(page.getByText(/An audit would find/).first()).toBeVisible();
  await page.getByRole("button", { name: "Create policy", exact: true }).click();
  await expect(page.getByText(`Policy ${name} is created.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  await page.getByRole("button", { name: "Edit as new version" }).click();
  await page
    .getByRole("textbox", { name: "Resources" })
    .fill("arn:aws:iot:us-east-1:000000000000:topic/only");
  await expect(page.getByText("Lost").first()).toBeVisible();
  await page.getByRole("button", { name: "Save as new version" }).click();
  await expect(page.getByText(`Version 2 of ${name} is created and in force.`)).toBeVisible();

  await page.getByRole("tab", { name: "Compare" }).click();
  await expect(page.getByText("Lost").first()).toBeVisible();
});

test("the editor of JSON marks what is wrong", async ({ page }) => {
  await page.goto(`${home}/policies/create?as=json`);
  const editor = page.getByRole("textbox", { name: /Policy document/ });
  await editor.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("}");
  await expect(page.getByText("This is no valid JSON")).toBeVisible();
  await expect(page.getByRole("tab", { name: /Errors: [1-9]/ })).toBeVisible();
});
