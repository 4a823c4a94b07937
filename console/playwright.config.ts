// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from "@playwright/test";

/**
 * Tests in the machine's Chromium against a running server: CONSOLE_SERVER is its address, CONSOLE_PASSWORD the
 * one-time password of its user admin.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "target/e2e",
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"]],
  globalSetup: "./e2e/signIn.setup.ts",
  use: {
    baseURL: process.env.CONSOLE_SERVER ?? "https://localhost:8443",
    ignoreHTTPSErrors: true,
    storageState: "target/e2e-session.json",
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
