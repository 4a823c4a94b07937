// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "@playwright/test";
import { home } from "./home";

test("the browser publishes and receives by MQTT", async ({ page }) => {
  await page.goto(`${home}/mqtt?topic=console/test`);
  await page.getByRole("button", { name: "Connect" }).click();
  await expect(page.getByText("Connected", { exact: true })).toBeVisible();
  await page.getByLabel("Topic filter").fill("console/#");
  await page.getByRole("button", { name: "Subscribe" }).click();
  await expect(page.getByRole("button", { name: "Unsubscribe from console/#" })).toBeVisible();
  await page.getByRole("textbox", { name: "Payload" }).fill("21.5 degrees");
  await page.getByRole("button", { name: "Publish" }).click();
  const messages = page.getByRole("table", { name: "Messages" });
  await expect(messages.getByText("21.5 degrees")).toBeVisible();
  await page.getByRole("tab", { name: "Topic tree" }).click();
  await expect(
    page.getByRole("treegrid", { name: "Topics" }).getByText("test", { exact: true }),
  ).toBeVisible();
});
