// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { apiOf } from "./api";
import { emptyBoxes, follow, rested, settled } from "./home";
import { OwnServer } from "./ownServer";
import { addressOf, pages } from "./pages";
import { chosen, enter, signIn } from "./signIn";

const server = new OwnServer();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await server.start();
});
test.afterAll(() => server.close());

test("every page outlives that the server stops, and comes back once it is started and signed in to", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const context = await browser.newContext({
    baseURL: server.url,
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await signIn(page, "admin", server.password);
  const api = await apiOf(page.request);
  const addresses: string[] = [];
  for (const listed of pages) addresses.push(await addressOf(listed, async () => api));
  for (const address of addresses) {
    await follow(page, address);
    await settled(page);
  }

  await server.stop();
  const away = page.getByText("The server does not answer. What is shown may be old");
  await expect(away).toBeVisible();
  for (const address of addresses) {
    await follow(page, address);
    await rested(page);
    expect(await emptyBoxes(page), address).toEqual([]);
  }

  await server.start();
  await expect(page.getByText("Your session has ended. Sign in to go on where you were.")).toBeVisible();
  await enter(page, "admin", chosen);
  await settled(page);
  expect(new URL(page.url()).pathname).toBe(new URL(addresses.at(-1) ?? "", server.url).pathname);
  for (const address of addresses) {
    await follow(page, address);
    await settled(page);
    await expect(page.getByText(/^The server does not answer/), address).toHaveCount(0);
    expect(await emptyBoxes(page), address).toEqual([]);
  }
  await context.close();
});
