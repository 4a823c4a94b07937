// SPDX-License-Identifier: Apache-2.0
import { chromium, type FullConfig } from "@playwright/test";
import { signIn } from "./signIn";

/** Signs admin in with the one-time password, and keeps the session for all tests. */
export default async function signInForAll(config: FullConfig): Promise<void> {
  const use = config.projects[0]?.use ?? {};
  const browser = await chromium.launch(use.launchOptions);
  try {
    const page = await browser.newPage({ baseURL: use.baseURL, ignoreHTTPSErrors: true });
    await signIn(page, "admin", process.env.CONSOLE_PASSWORD ?? "");
    await page.context().storageState({ path: "target/e2e-session.json" });
  } finally {
    await browser.close();
  }
}
