// SPDX-License-Identifier: Apache-2.0
// Holds the budget of the first route: what the browser loads before anything is shown, gzipped.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const folder = "target/classes/io/fleetward/console/static";
const limits = { js: 350, css: 240 };
const page = readFileSync(`${folder}/index.html`, "utf8");
const files = [...page.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+\.(js|css))"/g)];
const sizes = { js: 0, css: 0 };
for (const [, file, kind] of files)
  sizes[kind] += gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length / 1000;
let over = false;
for (const [kind, limit] of Object.entries(limits)) {
  console.log(`first route: ${kind} ${sizes[kind].toFixed(1)} kB gzipped, at most ${limit}`);
  over ||= sizes[kind] > limit || sizes[kind] === 0;
}
process.exit(over ? 1 : 0);
