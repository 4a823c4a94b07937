// SPDX-License-Identifier: Apache-2.0
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { home, settled } from "./home";
import { pages } from "./pages";

for (const mode of ["light", "dark"] as const) {
  test.describe(`in ${mode} mode`, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(chosen => localStorage.setItem("fleetward.mode", chosen), mode);
    });

    for (const { name, path } of pages) {
      test(`${name} is shown, complains of nothing and can be used by everybody`, async ({ page }) => {
        const complaints: string[] = [];
        page.on("pageerror", error => complaints.push(error.message));
        page.on("console", message => {
          if (message.type() === "error") complaints.push(message.text());
        });
        const foreign: string[] = [];
        page.on("request", request => {
          const { protocol, host } = new URL(request.url());
          if (protocol.startsWith("http") && host !== new URL(page.url()).host) foreign.push(request.url());
        });
        await page.goto(`${home}${path}`);
        await settled(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`)).toEqual(
          [],
        );
        expect(complaints).toEqual([]);
        expect(foreign).toEqual([]);
      });
    }
  });
}
