// SPDX-License-Identifier: Apache-2.0
import { expect, type Page } from "@playwright/test";

/** Where the pages of the first account and region are. */
export const home = "/console/000000000000/us-east-1";

/** Waits until the page has its heading and nothing turns any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[class*="awsui_spinner"]')).toHaveCount(0);
}
