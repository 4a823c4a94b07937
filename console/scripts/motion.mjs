// SPDX-License-Identifier: Apache-2.0
// Makes docs/images/experiments.webp, a moving picture of both experiments, on a running server with the demonstration
// fleet: CONSOLE_SERVER is its address, CONSOLE_PASSWORD the password of its user admin. Needs img2webp (Debian: webp).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser, rested } from "./signIn.mjs";

const picture = "../docs/images/experiments.webp";
const most = 2_000_000;
const policyName = "AllowsTooMuch";
const profileName = "ShortMessages";
const allows = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

const folder = mkdtempSync(join(tmpdir(), "fleetward-motion-"));
const frames = [];
const { browser, page, home } = await openBrowser({ viewport: { width: 1200, height: 750 } });
await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
await page.addInitScript(() => {
  // Room for what is told, below the page.
  const style = new CSSStyleSheet();
  style.replaceSync(`#told { position: fixed; inset: auto 0 0 0; z-index: 9999; pointer-events: none; padding: 14px 24px; color: #fff;
    background: #0f141aee; font: 600 20px "Open Sans", sans-serif; }`);
  document.adoptedStyleSheets = [style];
});

/** Shows the page for a while, with these words below it. */
async function hold(words, milliseconds) {
  await rested(page);
  await page.evaluate(text => {
    let told = document.getElementById("told");
    if (!told) {
      told = document.createElement("div");
      told.id = "told";
      document.body.append(told);
    }
    told.textContent = text;
  }, words);
  const path = join(folder, `${frames.length}.png`);
  await page.screenshot({ path });
  frames.push({ path, milliseconds });
  console.log(words);
}

const follow = name => page.getByRole("link", { name, exact: true }).first().click();
const press = name => page.getByRole("button", { name, exact: true }).first().click();

await ask("DeletePolicy", { policyName });
await page.goto(`${home}/policies/create?as=json`);
await page.getByLabel("Policy name").fill(policyName);
await page.locator(".ace_editor").click();
await page.keyboard.press("ControlOrMeta+A");
const write = "Somebody writes a policy that allows everything …";
for (const end of [40, 75, allows.length]) {
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(allows.slice(0, end));
  await hold(write, 500);
}
const verdict = page.getByText("An audit would find: IoT policy overly permissive").first();
await verdict.waitFor();
await verdict.evaluate(element => element.scrollIntoView({ block: "center" }));
await hold("… and is told while writing what an audit would find.", 2500);
await press("Create policy");
await page.getByText(`Policy ${policyName} is created.`).first().waitFor();
await follow("Results");
await press("Run audit now");
await press("Run audit");
await page.getByRole("heading", { name: /^Audit / }).waitFor();
await page.getByText("Completed", { exact: true }).first().waitFor();
await hold("The audit of the fleet takes a moment.", 2500);
await follow("Findings");
await page.getByRole("row").filter({ hasText: policyName }).first().waitFor();
await hold("The policy is a critical finding.", 2500);

await makeProfile();
await page.goto(`${home}/mqtt`);
await page.getByLabel("Client id").fill("stranger");
await press("Connect");
await page.getByText("Connected", { exact: true }).waitFor();
await page.getByRole("textbox", { name: "Payload" }).fill("longer than eight bytes");
await hold("A stranger sends more than the eight bytes that are expected …", 2500);
await press("Publish");
let violations = [];
while (!violations.some(({ thingName }) => thingName === "stranger")) {
  ({ activeViolations: violations = [] } = await ask("ListActiveViolations", {}));
}
await follow("Alarms");
await page.getByRole("link", { name: "stranger" }).first().waitFor();
await hold("… and is in alarm at once.", 2500);
await page.getByRole("link", { name: "stranger" }).first().click();
await page
  .getByText(/less than 8 bytes|≤|8 bytes/)
  .first()
  .waitFor();
await hold("Why, with the value, the limit and the time.", 3000);
await follow("Findings");
await page.getByRole("row").filter({ hasText: "stranger" }).first().waitFor();
await hold("The alarm is a finding too; it archives itself when the stranger behaves.", 3500);
await browser.close();

const words = frames.flatMap(({ path, milliseconds }) => ["-d", `${milliseconds}`, path]);
execFileSync("img2webp", ["-loop", "0", "-lossy", "-q", "60", "-m", "6", ...words, "-o", picture]);
rmSync(folder, { recursive: true });
const { size } = statSync(picture);
console.log(`${picture}: ${size} bytes`);
if (size > most) throw new Error(`more than ${most} bytes`);

/** Calls an operation; what is there already, or not, is as wanted. Answers what the server does. */
async function ask(operation, data) {
  const session = await (await page.request.get("/console/session")).json();
  const headers = {
    "x-fleetward-csrf": session.csrfToken,
    "x-fleetward-account": session.account,
    "x-fleetward-region": session.region,
  };
  const response = await page.request.post(`/console/api/iot/${operation}`, { headers, data });
  return JSON.parse((await response.text()) || "{}");
}

/** A security profile for devices that nobody registered. */
async function makeProfile() {
  const [account, region] = home.split("/").slice(-2);
  await ask("CreateSecurityProfile", {
    securityProfileName: profileName,
    behaviors: [
      {
        name: "MessageSize",
        metric: "aws:message-byte-size",
        criteria: { comparisonOperator: "less-than", value: { count: 8 } },
      },
    ],
  });
  await ask("AttachSecurityProfile", {
    securityProfileName: profileName,
    securityProfileTargetArn: `arn:aws:iot:${region}:${account}:all/unregistered-things`,
  });
}
