// SPDX-License-Identifier: Apache-2.0

import { comparisons, type FilterValue } from "./filters";
import type { FilterKind } from "./keys";

/** A token's value that does not mean anything. */
export class Meaningless extends Error {}

/** Writes a pair as one word: the key's own equals signs are escaped. */
export const pair = (key: string, value: string): string =>
  `${key.replaceAll("\\", "\\\\").replaceAll("=", "\\=")}=${value}`;

export function splitPair(text: string): { key: string; value: string } | undefined {
  const match = /^((?:[^=\\]|\\.)+)=(.*)$/s.exec(text);
  return match ? { key: (match[1] ?? "").replace(/\\(.)/g, "$1"), value: match[2] ?? "" } : undefined;
}

/** The values that one token is, each of which may be the one that a finding has. */
export function valuesOf(kind: FilterKind, label: string, operator: string, value: unknown): FilterValue[] {
  const texts = (Array.isArray(value) ? value : [value]).map(one => String(one ?? "").trim());
  return texts.map(text => oneValue(kind, label, operator, text));
}

function oneValue(kind: FilterKind, label: string, operator: string, text: string): FilterValue {
  if (text === "") throw new Meaningless(`${label} has no value.`);
  switch (kind) {
    case "text":
      return { Value: text, Comparison: comparisons[operator] };
    case "map": {
      const split = splitPair(text);
      if (!split) throw new Meaningless(`${label} needs a key and a value: key=value.`);
      return { Key: split.key, Value: split.value, Comparison: comparisons[operator] };
    }
    case "number":
      return numbers(label, operator, text);
    case "date":
      return dates(label, operator, text);
    case "address":
      if (!/^[0-9a-fA-F.:]+(\/\d{1,3})?$/.test(text))
        throw new Meaningless(`${label}: ${text} is no IP address or CIDR block.`);
      return { Cidr: text };
    case "flag":
      if (!/^(true|false)$/i.test(text)) throw new Meaningless(`${label} is true or false.`);
      return { Value: text.toLowerCase() === "true" };
    case "keyword":
      return { Value: text };
  }
}

const bounds: Readonly<Record<string, "Eq" | "Gte" | "Lte" | "Gt" | "Lt">> = {
  "=": "Eq",
  ">=": "Gte",
  "<=": "Lte",
  ">": "Gt",
  "<": "Lt",
};

function numbers(label: string, operator: string, text: string): FilterValue {
  const number = (word: string) => {
    const value = Number(word);
    if (word.trim() === "" || Number.isNaN(value)) throw new Meaningless(`${label}: ${text} is no number.`);
    return value;
  };
  if (operator === "between") {
    const match = /^(>?)(.+?)\.\.(<?)(.+)$/.exec(text);
    if (!match) throw new Meaningless(`${label} between needs two numbers: 10..20.`);
    return {
      [match[1] ? "Gt" : "Gte"]: number(match[2] ?? ""),
      [match[3] ? "Lt" : "Lte"]: number(match[4] ?? ""),
    };
  }
  return { [bounds[operator] ?? "Eq"]: number(text) };
}

function dates(label: string, operator: string, text: string): FilterValue {
  switch (operator) {
    case "within":
    case "older than": {
      const days = Number(text.replace(/\s*days?$/, ""));
      if (!Number.isInteger(days) || days < 1) throw new Meaningless(`${label} needs a number of days.`);
      const comparison = operator === "within" ? "WITHIN" : "OLDER_THAN";
      return { DateRange: { Value: days, Unit: "DAYS", Comparison: comparison } };
    }
    case "between": {
      const [from = "", to = ""] = text.split("/");
      return { Start: moment(label, from, "T00:00:00.000Z"), End: moment(label, to, "T23:59:59.999Z") };
    }
    case "<=":
      return { End: moment(label, text, "T23:59:59.999Z") };
    default:
      return { Start: moment(label, text, "T00:00:00.000Z") };
  }
}

/** A day alone means its begin or its end; a time without a zone is UTC. */
function moment(label: string, text: string, ofDay: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const full = isDay ? `${text}${ofDay}` : /(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(full) || Number.isNaN(Date.parse(full)))
    throw new Meaningless(
      `${label}: ${text || "nothing"} is no date, such as 2026-11-28 or 2026-11-28T10:00:00Z.`,
    );
  return full;
}
