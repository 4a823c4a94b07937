// SPDX-License-Identifier: Apache-2.0

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "long" });

/** A moment as people say it, with the exact time and zone on hover. Takes epoch seconds or ISO 8601. */
export function Time({ at }: { at: number | string | undefined | null }) {
  if (at === undefined || at === null || at === "") return <>–</>;
  const date = new Date(typeof at === "number" ? at * 1000 : at);
  if (Number.isNaN(date.getTime())) return <>{String(at)}</>;
  return (
    <time dateTime={date.toISOString()} title={absolute.format(date)}>
      {ago(date, Date.now())}
    </time>
  );
}

export function ago(date: Date, now: number): string {
  const seconds = Math.round((date.getTime() - now) / 1000);
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size || unit === "second")
      return relative.format(Math.trunc(seconds / size), unit);
  }
  return "";
}
