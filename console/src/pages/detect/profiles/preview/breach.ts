// SPDX-License-Identifier: Apache-2.0
import type { MetricValue } from "../../types";
import { numberOf } from "../../values";

/** One value of one device, at a moment in epoch seconds. */
export interface Datum {
  timestamp: number;
  value: MetricValue;
}

export interface DeviceValues {
  thingName: string;
  data: readonly Datum[];
}

const keeps: Record<string, (value: number, limit: number) => boolean> = {
  "less-than": (value, limit) => value < limit,
  "less-than-equals": (value, limit) => value <= limit,
  "greater-than": (value, limit) => value > limit,
  "greater-than-equals": (value, limit) => value >= limit,
};

export interface Breaches {
  values: number;
  broken: number;
  /** The devices with a value that breaks the limit. */
  devices: readonly string[];
}

/** How many of the values break "operator limit". */
export function breachesOf(devices: readonly DeviceValues[], operator: string, limit: number): Breaches {
  const isKept = keeps[operator] ?? (() => true);
  let values = 0;
  let broken = 0;
  const breaking: string[] = [];
  for (const { thingName, data } of devices) {
    const numbers = data.flatMap(({ value }) => numberOf(value) ?? []);
    const bad = numbers.filter(value => !isKept(value, limit)).length;
    values += numbers.length;
    broken += bad;
    if (bad > 0) breaking.push(thingName);
  }
  return { values, broken, devices: breaking };
}

/** An element of the sets that devices reported. */
export interface Element {
  element: string;
  devices: readonly string[];
}

/** What the sets of these devices hold, the most widespread first. */
export function elementsOf(devices: readonly DeviceValues[]): Element[] {
  const seen = new Map<string, Set<string>>();
  for (const { thingName, data } of devices) {
    for (const { value } of data) {
      for (const one of value.cidrs ?? value.ports ?? value.numbers ?? value.strings ?? []) {
        const element = String(one);
        seen.set(element, (seen.get(element) ?? new Set()).add(thingName));
      }
    }
  }
  return [...seen]
    .map(([element, names]) => ({ element, devices: [...names] }))
    .sort(
      (a, b) =>
        b.devices.length - a.devices.length || a.element.localeCompare(b.element, "en", { numeric: true }),
    );
}
