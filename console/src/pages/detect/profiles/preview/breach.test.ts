// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { breachesOf, elementsOf } from "./breach";

const counts = (thingName: string, ...values: number[]) => ({
  thingName,
  data: values.map((count, timestamp) => ({ timestamp, value: { count } })),
});

it("counts the values and devices that break a limit", () => {
  const devices = [counts("a", 1, 8, 9), counts("b", 7)];
  expect(breachesOf(devices, "less-than", 8)).toEqual({ values: 4, broken: 2, devices: ["a"] });
  expect(breachesOf(devices, "greater-than-equals", 8)).toEqual({
    values: 4,
    broken: 2,
    devices: ["a", "b"],
  });
});

it("tells which elements were reported, by how many devices", () => {
  const ports = (thingName: string, ...list: number[]) => ({
    thingName,
    data: [{ timestamp: 0, value: { ports: list } }],
  });
  expect(elementsOf([ports("a", 443, 22), ports("b", 443)])).toEqual([
    { element: "443", devices: ["a", "b"] },
    { element: "22", devices: ["a"] },
  ]);
});
