// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from "@playwright/test";
import { apiOf } from "./api";
import { emptyBoxes, follow, rested, settled } from "./home";
import { addressOf, pages } from "./pages";

type Server = "away" | "there" | "denying";

/**
 * Has the page believe in such a server from now on; one that is away went once it had said whose session it is. Inside
 * the page, for a browser whose requests are caught outside loads everything anew each time.
 */
async function pretend(page: Page, server: Server) {
  await page.evaluate(state => sessionStorage.setItem("server", state), server);
}

function install() {
  const ask = window.fetch;
  let isKnown = false;
  const denied = { status: 403, code: "AccessDeniedException", detail: "The role does not allow it." };
  window.fetch = async (input, init) => {
    const server = sessionStorage.getItem("server");
    const isSession = String(input).endsWith("/session");
    if (server === "denying" && !isSession) return Response.json(denied, { status: 403 });
    if (server === "away" && (isKnown || !isSession)) throw new TypeError("Failed to fetch");
    isKnown ||= isSession;
    return ask(input, init);
  };
}

/** Visits every page on such a server, and expects of each to say why it shows nothing. */
async function visitAll(page: Page, server: Server, why: string) {
  test.setTimeout(900_000);
  await page.addInitScript(install);
  await page.goto("/console/");
  const api = await apiOf(page.request);
  const addresses: string[] = [];
  for (const listed of pages) addresses.push(await addressOf(listed, async () => api));
  await pretend(page, server);
  await page.reload();
  for (const [index, { name, alone }] of pages.entries()) {
    await test.step(name, async () => {
      await follow(page, addresses[index] ?? "");
      const reason = page.getByRole("main").getByText(why, { exact: true }).first();
      if (!alone) await expect.soft(reason, name).toBeVisible();
      await rested(page);
      expect.soft(await emptyBoxes(page), name).toEqual([]);
    });
  }
}

test("every page says what is denied", async ({ page }) => {
  await visitAll(page, "denying", "Your role does not allow this");
});

test("every page says that the server does not answer, and comes back by itself", async ({ page }) => {
  const why = "The server does not answer";
  await visitAll(page, "away", why);
  await follow(page, await addressOf({ name: "Policies", path: "/policies" }, () => apiOf(page.request)));
  await expect(page.getByRole("main").getByText(why, { exact: true })).toBeVisible();
  await pretend(page, "there");
  await expect(page.getByRole("link", { name: "gateway-debug" })).toBeVisible();
  await settled(page);
  await expect(page.getByRole("main").getByText(why, { exact: true })).toHaveCount(0);
});
