// SPDX-License-Identifier: Apache-2.0
import type { ValueKind } from "./metrics";
import { metricOf, metricTitle } from "./metrics";
import type { Behavior, MetricValue } from "./types";

/** A metric's value as people read it. */
export function valueText(value: MetricValue | undefined): string {
  if (!value) return "–";
  const single = numberOf(value);
  if (single !== undefined) return single.toLocaleString("en");
  const several = value.cidrs ?? value.ports ?? value.numbers ?? value.strings ?? [];
  return several.length === 0 ? "none" : several.join(", ");
}

/** The number of a value that is one; undefined for sets. */
export const numberOf = (value: MetricValue | undefined): number | undefined => value?.count ?? value?.number;

/** What a person typed, as a value of this kind; undefined if it is none. */
export function parseValue(kind: ValueKind, text: string): MetricValue | undefined {
  const words = text.split(/[\s,]+/).filter(word => word !== "");
  switch (kind) {
    case "count":
      return /^\d+$/.test(text.trim()) ? { count: Number(text) } : undefined;
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? { number: Number(text) } : undefined;
    case "ports":
      return words.length > 0 && words.every(word => /^\d+$/.test(word))
        ? { ports: words.map(Number) }
        : undefined;
    case "numbers":
      return words.length > 0 && words.every(word => Number.isFinite(Number(word)))
        ? { numbers: words.map(Number) }
        : undefined;
    case "cidrs":
      return words.length > 0 ? { cidrs: words } : undefined;
    case "strings":
      return words.length > 0 ? { strings: words } : undefined;
  }
}

const operators: Record<string, string> = {
  "less-than": "less than",
  "less-than-equals": "at most",
  "greater-than": "more than",
  "greater-than-equals": "at least",
  "in-cidr-set": "in",
  "not-in-cidr-set": "not in",
  "in-port-set": "in",
  "not-in-port-set": "not in",
  "in-set": "in",
  "not-in-set": "not in",
};

/** The operators that values of a kind are compared by. */
export function operatorsOf(kind: ValueKind, metric: string): readonly string[] {
  switch (kind) {
    case "cidrs":
      return ["in-cidr-set", "not-in-cidr-set"];
    case "ports":
      return ["in-port-set", "not-in-port-set"];
    case "numbers":
    case "strings":
      return ["in-set", "not-in-set"];
    default:
      return metric === "aws:disconnect-duration"
        ? ["less-than", "less-than-equals"]
        : ["less-than", "less-than-equals", "greater-than", "greater-than-equals"];
  }
}

export const operatorText = (operator: string | undefined): string =>
  operators[operator ?? ""] ?? operator ?? "";

/** A behavior as one sentence: what a device that behaves does. */
export function behaviorText(behavior: Behavior): string {
  const { metric, criteria } = behavior;
  const title = metricTitle(metric);
  if (!criteria) return `${title}: recorded only`;
  if (criteria.mlDetectionConfig) {
    return `${title} as learned, ${criteria.mlDetectionConfig.confidenceLevel.toLowerCase()} confidence`;
  }
  const unit = metricOf(metric)?.unit ?? "";
  const limit = criteria.statisticalThreshold
    ? `the fleet's ${criteria.statisticalThreshold.statistic}`
    : `${valueText(criteria.value)} ${unit}`.trim();
  const span = criteria.durationSeconds ? ` in ${criteria.durationSeconds / 60} minutes` : "";
  return `${title} ${operatorText(criteria.comparisonOperator)} ${limit}${span}`;
}
