// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { hours } from "./trend";

const count = (at: number, high: number) => ({ at, critical: 0, high, medium: 0, low: 0 });

it("draws nothing of a single count", () => {
  expect(hours([count(10, 1)], { startTime: 0 })).toEqual([]);
});

it("holds a count while the server did not run, rather than sloping to the next", () => {
  expect(hours([count(0, 1), count(3600, 2), count(36_000, 5)], { startTime: 0 })).toEqual([
    count(0, 1),
    count(3600, 2),
    count(35_999, 2),
    count(36_000, 5),
  ]);
});
