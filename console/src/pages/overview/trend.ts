// SPDX-License-Identifier: Apache-2.0

/** How many findings were open at a moment, in epoch seconds. */
export interface OpenCount {
  at: number;
  critical: number;
  high: number;
  medium: number;
  low: number;
}

/** Two counts further apart than this have a time between them in which nobody counted. */
const gapSeconds = 2 * 3600;

/**
 * The counts as a line to draw: nothing if there is but one. Where the server did not run, the last count holds until
 * just before the next.
 */
export function hours(counts: readonly OpenCount[], span: { startTime: number }): OpenCount[] {
  const drawn: OpenCount[] = [];
  for (const count of counts) {
    const before = drawn.at(-1);
    if (before && count.at - before.at > gapSeconds) drawn.push({ ...before, at: count.at - 1 });
    if (count.at >= span.startTime) drawn.push(count);
  }
  return drawn.length > 1 ? drawn : [];
}
