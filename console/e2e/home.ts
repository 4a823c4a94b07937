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
export async function rested(page: Page, timeout = 30_000): Promise<void> {
  await page.evaluate(() => delete document.documentElement.dataset.still);
  await page.waitForFunction(
    ([turning, enough]) => {
      const { dataset } = document.documentElement;
      const seen = document.querySelector(turning) ? 0 : Number(dataset.still ?? 0) + 1;
      dataset.still = `${seen}`;
      return seen >= enough;
    },
    [spinner, still] as const,
    { timeout },
  );
}
