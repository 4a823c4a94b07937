// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from "@playwright/test";
import { apiOf } from "./api";
import { rested, settled } from "./home";
import { addressOf, pages } from "./pages";

/** The longest that anything may turn before the page says why, in milliseconds. */
const patience = 10_000;

const denied = {
  status: 403,
  contentType: "application/problem+json",
  body: JSON.stringify({ status: 403, code: "AccessDeniedException", detail: "The role does not allow it." }),
};

/** What these are about they know without the server. */
const silent = ["/mqtt", "/settings?tab=about"];

/** A server that goes once it has said whose session it is. */
async function leaving(page: Page) {
  const server = { state: "away" as "away" | "there" | "denying", asked: 0 };
  await page.route("**/console/api/**", route => {
    if (server.state === "away") return route.abort();
    return server.state === "there" ? route.continue() : route.fulfill(denied);
  });
  await page.route("**/console/session", route => {
    server.asked += 1;
    return server.asked > 1 && server.state === "away" ? route.abort() : route.continue();
  });
  return server;
}

/** Boxes and tables of the page in which nothing stands. */
const emptyBoxes = (page: Page) =>
  page
    .getByRole("main")
    .locator('[class*="awsui_content-inner"], [class*="awsui_cell-merged-content"]')
    .evaluateAll(boxes => boxes.filter(box => box.textContent?.trim() === "").map(box => box.outerHTML));

for (const listed of pages) {
  const { name, path } = listed;
  test(`${name} says that the server is away, comes back by itself, and says what is denied`, async ({
    page,
  }) => {
    const address = await addressOf(listed, () => apiOf(page.request));
    const server = await leaving(page);
    const main = page.getByRole("main");
    const away = main.getByText("The server does not answer", { exact: true });
    const asks = !silent.includes(path);
    await page.goto(address);
    await rested(page, patience);
    if (asks) await expect(away.first()).toBeVisible();
    expect(await emptyBoxes(page)).toEqual([]);

    server.state = "there";
    await expect(away).toHaveCount(0);
    await settled(page);
    expect(await emptyBoxes(page)).toEqual([]);

    server.state = "denying";
    await page.reload();
    await rested(page, patience);
    if (asks) await expect(main.getByText("You may not see this", { exact: true }).first()).toBeVisible();
    expect(await emptyBoxes(page)).toEqual([]);
  });
}
