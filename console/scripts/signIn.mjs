// SPDX-License-Identifier: Apache-2.0
// A browser in which admin is signed in to the server of CONSOLE_SERVER with CONSOLE_PASSWORD, which may be the one-time
// password: then it is changed.
import { chromium } from "@playwright/test";

const server = process.env.CONSOLE_SERVER ?? "https://localhost:8443";

const password = process.env.CONSOLE_PASSWORD ?? "";
const chosen = "a-password-of-the-scripts";

export async function openBrowser(options = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  const page = await browser.newPage({
    baseURL: server,
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  page.setDefaultTimeout(120_000);
  await page.goto("/console/");
  await page.getByLabel("User").fill("admin");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const next = page.getByRole("heading", { name: /Choose a password|Overview/ });
  await next.waitFor();
  if ((await next.textContent()).includes("Choose")) {
    await page.getByLabel("One-time password").fill(password);
    await page.getByLabel("New password", { exact: true }).fill(chosen);
    await page.getByLabel("New password again").fill(chosen);
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("heading", { name: "Overview" }).waitFor();
  }
  return { browser, page, home: page.url().replace(/\/overview.*/, "") };
}

/** Waits until nothing turns any more. */
export const rested = page =>
  page.waitForFunction(() => document.querySelectorAll('[class*="awsui_circle-left"]').length === 0);
