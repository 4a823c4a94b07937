// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { apiOf } from "./api";
import { settled } from "./home";
import { addressOf, pages } from "./pages";

/** What keeps somebody from using the page as it stands, by axe. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  // No page has frames, whose results would have to be put together in a page of their own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`);
}

/** One for all: what it loaded for a page it need not load again. */
let page: Page;
const complaints: string[] = [];
const foreign: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  page = await browser.newPage();
  page.on("pageerror", error => complaints.push(error.message));
  page.on("console", message => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", request => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(baseURL ?? "").host) foreign.push(request.url());
  });
});

test.beforeEach(() => {
  complaints.length = 0;
  foreign.length = 0;
});

for (const listed of pages) {
  const { name, core } = listed;
  test(`${name} is shown, complains of nothing and can be used by everybody`, {
    tag: core ? "@core" : "@all",
  }, async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(await addressOf(listed, () => apiOf(page.request)));
    await settled(page);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
    expect(await barriers(page, ["color-contrast"])).toEqual([]);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });
}
