// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/images from a running server with the demonstration fleet: CONSOLE_SERVER is its address,
// CONSOLE_PASSWORD the password of its user admin.
import { mkdirSync } from "node:fs";
import { openBrowser, rested } from "./signIn.mjs";

const folder = "../docs/images";
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
const { browser, page, home } = await openBrowser();
for (const [name, path, mode] of shots) {
  await page.emulateMedia({ colorScheme: mode, reducedMotion: "reduce" });
  await page.goto(`${home}${path}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await rested(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(name);
}
await browser.close();
