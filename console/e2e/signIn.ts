// SPDX-License-Identifier: Apache-2.0
import { expect as briefly, type Page } from "@playwright/test";

/** The first page is the slowest: nothing is cached yet. */
const expect = briefly.configure({ timeout: 60_000 });

/** The password that the tests choose for whoever signs in. */
export const chosen = "a-password-of-the-tests";

/** Opens the console and signs in; a one-time password is changed for the chosen one, as the console demands. */
export async function signIn(page: Page, user: string, password: string): Promise<void> {
  await page.goto("/console/", { timeout: 120_000 });
  await enter(page, user, password);
  const next = page.getByRole("heading", { name: /Choose a password|Overview/ });
  await expect(next).toBeVisible();
  if ((await next.textContent())?.includes("Choose")) {
    await page.getByLabel("One-time password").fill(password);
    await page.getByLabel("New password", { exact: true }).fill(chosen);
    await page.getByLabel("New password again").fill(chosen);
    await page.getByRole("button", { name: "Change password" }).click();
  }
  await expect(page.getByRole("heading", { name: "Overview" })).toBeVisible();
}

/** Fills in what the sign-in page asks for. */
export async function enter(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel("User").fill(user);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
