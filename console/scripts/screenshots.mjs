// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/images from a running server with the demonstration fleet: CONSOLE_SERVER is its address,
// CONSOLE_PASSWORD the password of its user admin.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

const server = process.env.CONSOLE_SERVER ?? "https://localhost:8443";
const folder = "../docs/images";
const home = `${server}/console/000000000000/us-east-1`;
const shots = [
  ["overview", "/overview", "light"],
  ["findings", "/findings", "light"],
  ["findings-dark", "/findings", "dark"],
  ["audit", "/audit/results", "light"],
  ["alarms", "/detect/alarms", "light"],
  ["policy", "/policies/create?as=json", "light"],
  ["mqtt", "/mqtt", "dark"],
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
page.setDefaultTimeout(120_000);
await page.goto(`${server}/console/`);
await page.getByLabel("User").fill("admin");
await page.getByLabel("Password", { exact: true }).fill(process.env.CONSOLE_PASSWORD ?? "");
await page.getByRole("button", { name: "Sign in" }).click();
await page.getByRole("heading", { name: "Overview" }).waitFor();
for (const [name, path, mode] of shots) {
  await page.emulateMedia({ colorScheme: mode, reducedMotion: "reduce" });
  await page.goto(`${home}${path}`, { waitUntil: "networkidle" }).catch(() => {});
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[class*="awsui_spinner"]').length === 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(name);
}
await browser.close();
