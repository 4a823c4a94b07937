// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from "@playwright/test";
import { home } from "./home";

/** What the server may take: a metric period, a task in the background, and the time to draw. */
const patience = { timeout: 60_000 };
const everything = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();

test("a policy that allows too much becomes a critical finding", { tag: "@core" }, async ({ page }) => {
  const name = "AllowsTooMuch";
  await page.goto(`${home}/overview`);
  await follow(page, "Create a policy");
  await page.getByLabel("Policy name").fill(name);
  await page.getByRole("button", { name: "JSON" }).click();
  await page.locator(".ace_editor").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(everything);
  await expect(page.getByText("An audit would find: IoT policy overly permissive").first()).toBeVisible(
    patience,
  );
  await page.getByRole("button", { name: "Create policy", exact: true }).click();
  await expect(page.getByText(`Policy ${name} is created.`).first()).toBeVisible();

  await follow(page, "Results");
  await page.getByRole("button", { name: "Run audit now" }).first().click();
  await page.getByRole("button", { name: "Run audit", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Audit / })).toBeVisible();
  await expect(page.getByText("Completed", { exact: true }).first()).toBeVisible(patience);
  await follow(page, "IoT policy overly permissive");
  await expect(page.getByRole("link", { name: new RegExp(name) }).first()).toBeVisible(patience);

  await follow(page, "Findings");
  const finding = page.getByRole("row").filter({ hasText: name }).filter({ hasText: "Critical" });
  await expect(finding.first()).toBeVisible(patience);
});

test("a message that is too long raises an alarm and a finding, which archives itself", {
  tag: "@core",
}, async ({ page }) => {
  const client = `console-${Date.now() % 1_000_000}`;
  await page.goto(`${home}/overview`);
  await follow(page, "Create a security profile");
  await page.getByLabel("Name").first().fill("ShortMessages");
  await page.getByLabel("Value (bytes)").fill("8");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByText("Choose targets").click();
  await page.getByRole("option", { name: /All unregistered things/ }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Create security profile", exact: true }).click();
  await expect(page.getByText("is created and attached").first()).toBeVisible();

  await follow(page, "MQTT test client");
  await page.getByLabel("Client id").fill(client);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  const alarms = await page.context().newPage();
  await alarms.goto(`${home}/detect/alarms`);
  const findings = await page.context().newPage();
  await findings.goto(`${home}/findings`);

  await page.getByRole("textbox", { name: "Payload" }).fill("longer than eight bytes");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(alarms.getByRole("link", { name: client })).toBeVisible(patience);
  const shown = findings.getByRole("row").filter({ hasText: client });
  await expect(async () => {
    const more = findings.getByRole("button", { name: /new/ });
    if (await more.isVisible()) await more.click();
    await expect(shown.first()).toBeVisible();
  }).toPass(patience);

  await expect(async () => {
    await page.getByRole("textbox", { name: "Payload" }).fill("short");
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(alarms.getByRole("link", { name: client })).toHaveCount(0, { timeout: 3_000 });
  }).toPass(patience);
  await expect(async () => {
    await findings.reload();
    await expect(findings.getByRole("heading", { name: /Findings/ }).first()).toBeVisible();
    await expect(shown).toHaveCount(0);
  }).toPass(patience);
});
