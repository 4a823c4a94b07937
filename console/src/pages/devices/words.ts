// SPDX-License-Identifier: Apache-2.0
import type { MetricValue } from "./types";

export const thingPath = (name: string) => `/devices/${encodeURIComponent(name)}`;
export const groupPath = (name: string) => `/groups/${encodeURIComponent(name)}`;

export const attributesInWords = (attributes: Record<string, string> | undefined): string =>
  Object.entries(attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");

/** The number of a value that is one. */
export const numberOf = (value: MetricValue | undefined): number | undefined => value?.count ?? value?.number;

export function valueInWords(value: MetricValue | undefined): string {
  if (!value) return "–";
  const number = numberOf(value);
  if (number !== undefined) return number.toLocaleString("en");
  const list = value.cidrs ?? value.ports ?? value.numbers ?? value.strings ?? [];
  return list.length === 0 ? "none" : list.join(", ");
}

/** Lines of name=value as attributes; undefined if a line is neither empty nor of that form. */
export function attributesOf(text: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    if (equals <= 0) return undefined;
    attributes[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
  }
  return attributes;
}

export const linesOf = (attributes: Record<string, string> | undefined): string =>
  Object.entries(attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
