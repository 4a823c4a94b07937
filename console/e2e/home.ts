// SPDX-License-Identifier: Apache-2.0
import { expect, type Page } from "@playwright/test";

/** Where the pages of the first account and region are. */
export const home = "/console/000000000000/us-east-1";

/** What turns while something is loaded. */
const spinner = '[class*="awsui_circle-left"]';

/** Pictures without a spinner after which a page counts as complete: what came may have asked for more. */
const still = 10;

/** Waits until the page has its heading and nothing turns any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await rested(page);
}

/** Waits until nothing turns any more. */
export async function rested(page: Page): Promise<void> {
  await page.evaluate(() => delete document.documentElement.dataset.still);
  await page.waitForFunction(
    ([turning, enough]) => {
      const { dataset } = document.documentElement;
      const seen = document.querySelector(turning) ? 0 : Number(dataset.still ?? 0) + 1;
      dataset.still = `${seen}`;
      return seen >= enough;
    },
    [spinner, still] as const,
    { timeout: 30_000 },
  );
}

/** Goes to another page of the console as a link does, without loading the console anew. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(path => {
    window.history.pushState(null, "", path);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }, address);
}

/** Boxes and tables of the page in which nothing stands. */
export const emptyBoxes = (page: Page) =>
  page
    .getByRole("main")
    .locator('[class*="awsui_content-inner"], [class*="awsui_cell-merged-content"]')
    .evaluateAll(boxes => boxes.filter(box => box.textContent?.trim() === "").map(box => box.outerHTML));
