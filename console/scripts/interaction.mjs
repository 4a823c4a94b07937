// SPDX-License-Identifier: Apache-2.0
// Measures how long people wait for the findings table of a running server: from the key or the click to the picture
// with the new rows. CONSOLE_SERVER is its address, CONSOLE_PASSWORD the (one-time) password of its user admin, ROUNDS
// how often each thing is done. The last line is a JSON object.
import { openBrowser } from "./signIn.mjs";

const rounds = Number(process.env.ROUNDS ?? 20);
const everything = `filters=${encodeURIComponent("{}")}`;

const { browser, page, home } = await openBrowser();

const filters = n =>
  [
    `Severity label = ${["CRITICAL", "HIGH", "MEDIUM", "LOW"][n % 4]}`,
    `Title ^ Rule ${(n * 7) % 100} is broken`,
    `Generator ID = scanner/rule-${(n * 13) % 100}`,
    "Record state = ARCHIVED",
    `Resource type = ${["AwsIotPolicy", "AwsEc2Instance", "Container"][n % 3]}`,
  ][n % 5];
const sorts = ["Severity", "Title", "Workflow status", "Product", "Updated"];

const results = {};
results.filter = await measureEach(rounds, async n => {
  await show("");
  const box = page.getByRole("combobox", { name: "Find findings" });
  await box.fill(filters(n));
  return { what: filters(n).replace(/\d+/, "N"), act: () => box.press("Enter") };
});
results.sort = await measureEach(rounds, async n => {
  // Every other round turns the order of the round before.
  if (n % 2 === 0) await show(`&sort=${n % 4 === 0 ? "-UpdatedAt" : "GeneratorId"}`);
  const name = sorts[(n >> 1) % sorts.length];
  // The header that stays in sight is a copy of the table's own.
  const button = page.locator("main thead th", { hasText: name }).first().locator('[role="button"]');
  return { what: name, act: () => button.click() };
});
results.page = await measureEach(rounds, async n => {
  if (n === 0) await show("");
  return { what: "next page", act: () => page.getByRole("button", { name: "Next page" }).click() };
});
await browser.close();

const figures = {};
for (const [kind, times] of Object.entries(results)) {
  const of = key => times.map(time => time[key]).sort((a, b) => a - b);
  console.log(
    `${kind.padEnd(8)} p50 ${at(of("total"), 50)} ms, p95 ${at(of("total"), 95)} ms;` +
      ` answer p50 ${at(of("answer"), 50)} ms, p95 ${at(of("answer"), 95)} ms; ${Math.max(...of("requests"))} requests`,
  );
  figures[`${kind}_p95_ms`] = at(of("total"), 95);
}
console.log(JSON.stringify(figures));

/** Shows the table as somebody finds it who comes from another page. */
async function show(more) {
  await page.goto(`${home}/findings?${everything}${more}`);
  await page.locator("main tbody a").first().waitFor();
}

async function measureEach(count, prepare) {
  const times = [];
  // The first two are for the browser's compiler.
  for (let n = -2; n < count; n++) {
    const { what, act } = await prepare(Math.max(n, 0));
    const time = await measure(act);
    if (process.env.VERBOSE) console.log(`  ${what.padEnd(28)} ${JSON.stringify(time)}`);
    if (n >= 0) times.push(time);
  }
  return times;
}

/** From the event's own time to the picture after the one in which the rows are others. */
async function measure(act) {
  await page.evaluate(patience => {
    const rows = () =>
      document.querySelector('main tbody [class*="awsui_circle-left"]')
        ? undefined
        : [...document.querySelectorAll("main tbody a")].map(link => link.search).join();
    const before = rows();
    performance.clearResourceTimings();
    let began;
    for (const input of ["keydown", "pointerdown"]) {
      window.addEventListener(input, event => (began ??= event.timeStamp), { capture: true, once: true });
    }
    window.measured = new Promise((done, failed) => {
      const look = () => {
        const now = began === undefined ? before : rows();
        if (performance.now() - began > patience) return failed(new Error("the rows stay the same"));
        if (now === undefined || now === before) return requestAnimationFrame(look);
        requestAnimationFrame(() => {
          const end = performance.now();
          const asked = performance.getEntriesByType("resource");
          const answers = asked.filter(({ name }) => name.endsWith("/GetFindings"));
          done({
            total: Math.round(end - began),
            answer: Math.round(answers.reduce((sum, { duration }) => sum + duration, 0)),
            requests: asked.length,
          });
        });
      };
      look();
    });
    // Whoever waits for it hears of it.
    window.measured.catch(() => {});
  }, 30_000);
  await act();
  return page.evaluate(() => window.measured);
}

function at(sorted, percent) {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)];
}
