// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const output = process.env.CONSOLE_OUTPUT ?? "target/classes/io/fleetward/console/static";
const server = process.env.CONSOLE_SERVER ?? "https://localhost:8443";

/** Puts a .br and a .gz beside every file worth compressing; the server picks by Accept-Encoding. */
function precompressed(): Plugin {
  return {
    name: "precompressed",
    apply: "build",
    closeBundle() {
      for (const entry of readdirSync(output, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue;
        const file = join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        if (content.length < 1024) continue;
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
      }
    },
  };
}

/** The design system without its style sheets, which tests do not look at. */
const withoutStyles: Plugin = {
  name: "without-styles",
  resolveId: { order: "pre", handler: id => (id.endsWith(".css") ? "\0no-styles" : null) },
  load: id => (id === "\0no-styles" ? "" : null),
};

export default defineConfig({
  base: "/console/",
  plugins: [react(), precompressed()],
  build: {
    outDir: output,
    emptyOutDir: true,
    license: { fileName: "licenses.md" },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  server: {
    proxy: Object.fromEntries(
      ["session", "api", "events", "mqtt"].map(path => [
        `/console/${path}`,
        {
          target: server,
          secure: false,
          changeOrigin: true,
          ws: path === "mqtt",
          headers: { origin: server },
        },
      ]),
    ),
  },
  test: {
    environment: "jsdom",
    // One worker loads the design system once.
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
    css: false,
    testTimeout: 30_000,
    server: { deps: { inline: [/@cloudscape-design/] } },
    // The design system in a few large files instead of thousands of small ones.
    deps: {
      optimizer: {
        client: {
          enabled: true,
          include: ["@cloudscape-design/components/*", "@cloudscape-design/collection-hooks"],
          rolldownOptions: { plugins: [withoutStyles] },
        },
      },
    },
  },
});
