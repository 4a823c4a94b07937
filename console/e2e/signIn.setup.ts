// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { expect as briefly, chromium, type FullConfig } from "@playwright/test";

/** The first page is the slowest: nothing is cached yet. */
const expect = briefly.configure({ timeout: 60_000 });

/** The password that the tests choose for admin. */
const chosen = "a-password-of-the-tests";

/** Signs in with the one-time password, changes it as the console demands, and keeps the session for all tests. */
export default async function signIn(config: FullConfig): Promise<void> {
  const use = config.projects[0]?.use ?? {};
  const oneTime = process.env.CONSOLE_PASSWORD ?? "";
  const browser = await chromium.launch(use.launchOptions);
  try {
    const page = await browser.newPage({ baseURL: use.baseURL, ignoreHTTPSErrors: true });
    page.setDefaultTimeout(60_000);
    await page.goto("/console/");
    await page.getByLabel("User").fill("admin");
    await page.getByLabel("Password", { exact: true }).fill(oneTime);
    await page.getByRole("button", { name: "Sign in" }).click();
    const next = page.getByRole("heading", { name: /Choose a password|Overview/ });
    await expect(next).toBeVisible();
    if ((await next.textContent())?.includes("Choose")) {
      await page.getByLabel("One-time password").fill(oneTime);
      await page.getByLabel("New password", { exact: true }).fill(chosen);
      await page.getByLabel("New password again").fill(chosen);
      await page.getByRole("button", { name: "Change password" }).click();
    }
    await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
    await page.context().storageState({ path: "target/e2e-session.json" });
  } finally {
    await browser.close();
  }
  if (!existsSync("target/e2e-session.json")) throw new Error("no session was kept");
}
