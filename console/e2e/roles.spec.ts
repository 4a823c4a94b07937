// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { apiOf } from "./api";
import { emptyBoxes, follow, settled } from "./home";
import { addressOf, pages } from "./pages";
import { signIn } from "./signIn";

test("who may only look sees every page, and is told what he may not do", async ({ page, browser }) => {
  test.setTimeout(600_000);
  await page.goto("/console/");
  const api = await apiOf(page.request);
  const userName = `looker-${Date.now()}`;
  const { oneTimePassword } = await api<{ oneTimePassword: string }>("fleetward", "CreateUser", {
    userName,
    roles: ["read-only"],
  });
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const own = await context.newPage();
  await signIn(own, userName, oneTimePassword);
  for (const listed of pages) {
    await follow(own, await addressOf(listed, async () => api));
    await settled(own);
    await expect(own.getByText("This page cannot be shown"), listed.name).toHaveCount(0);
    expect(await emptyBoxes(own), listed.name).toEqual([]);
  }
  await follow(own, await addressOf({ name: "Devices", path: "/devices" }, async () => api));
  await own.getByRole("button", { name: "Create thing" }).click();
  const dialog = own.getByRole("dialog");
  await dialog.getByLabel("Name").fill("not-mine-to-make");
  await dialog.getByRole("button", { name: "Create thing" }).click();
  await expect(dialog.getByText("Your role does not allow this")).toBeVisible();
  await context.close();
  await api("fleetward", "DeleteUser", { userName });
});
