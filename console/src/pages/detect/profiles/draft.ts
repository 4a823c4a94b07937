// SPDX-License-Identifier: Apache-2.0
import { metricOf, metrics, type ValueKind } from "../metrics";
import type { Behavior } from "../types";
import { operatorsOf, parseValue, valueText } from "../values";

export type Judgement = "fixed" | "percentile" | "learned" | "none";

/** A behavior while it is written: what was typed, whether it is complete or not. */
export interface BehaviorDraft {
  name: string;
  metric: string;
  kind: ValueKind;
  judgement: Judgement;
  operator: string;
  value: string;
  percentile: string;
  confidence: string;
  durationSeconds: number;
  toAlarm: number;
  toClear: number;
  dimension: string;
  suppressAlerts: boolean;
}

export const percentiles = [
  "p0",
  "p0.1",
  "p0.01",
  "p1",
  "p10",
  "p50",
  "p90",
  "p99",
  "p99.9",
  "p99.99",
  "p100",
];
export const durations = [300, 600, 900, 1800, 3600];

export const newBehavior = (number: number): BehaviorDraft => ({
  name: `behavior-${number}`,
  metric: metrics[0]?.name ?? "",
  kind: "count",
  judgement: "fixed",
  operator: "less-than",
  value: "",
  percentile: "p99",
  confidence: "HIGH",
  durationSeconds: 300,
  toAlarm: 1,
  toClear: 1,
  dimension: "",
  suppressAlerts: false,
});

/** What is wrong with a draft, by field; empty when it is complete. */
export function faultsOf(draft: BehaviorDraft): Partial<Record<keyof BehaviorDraft, string>> {
  const faults: Partial<Record<keyof BehaviorDraft, string>> = {};
  if (!/^[a-zA-Z0-9:_-]{1,128}$/.test(draft.name)) faults.name = "1 to 128 letters, digits, and : _ -";
  if (draft.metric === "") faults.metric = "Choose a metric.";
  if (draft.judgement === "fixed" && !parseValue(draft.kind, draft.value)) {
    faults.value = {
      count: "A whole number.",
      number: "A number.",
      cidrs: "CIDR blocks, for example 10.0.0.0/8.",
      ports: "Port numbers.",
      numbers: "Numbers.",
      strings: "Words.",
    }[draft.kind];
  }
  return faults;
}

/** The behavior of a complete draft, as the API takes it. */
export function behaviorOf(draft: BehaviorDraft): Behavior {
  const known = metricOf(draft.metric);
  const spans =
    draft.judgement === "learned" || known?.duration === "none"
      ? {}
      : { durationSeconds: draft.durationSeconds };
  const runs = { consecutiveDatapointsToAlarm: draft.toAlarm, consecutiveDatapointsToClear: draft.toClear };
  const criteria = {
    fixed: {
      comparisonOperator: draft.operator,
      value: parseValue(draft.kind, draft.value),
      ...spans,
      ...runs,
    },
    percentile: {
      comparisonOperator: draft.operator,
      statisticalThreshold: { statistic: draft.percentile },
      ...spans,
      durationSeconds: draft.durationSeconds,
      ...runs,
    },
    learned: { mlDetectionConfig: { confidenceLevel: draft.confidence }, ...runs },
    none: undefined,
  }[draft.judgement];
  return {
    name: draft.name,
    metric: draft.metric,
    ...(criteria ? { criteria } : {}),
    ...(draft.dimension ? { metricDimension: { dimensionName: draft.dimension, operator: "IN" } } : {}),
    ...(draft.suppressAlerts ? { suppressAlerts: true } : {}),
  };
}

/** The draft from which an existing behavior is edited. */
export function draftOf(behavior: Behavior, kindOf: (metric: string) => ValueKind): BehaviorDraft {
  const { criteria, metric = "" } = behavior;
  const kind = kindOf(metric);
  const judgement: Judgement = !criteria
    ? "none"
    : criteria.mlDetectionConfig
      ? "learned"
      : criteria.statisticalThreshold
        ? "percentile"
        : "fixed";
  return {
    name: behavior.name,
    metric,
    kind,
    judgement,
    operator: criteria?.comparisonOperator ?? operatorsOf(kind, metric)[0] ?? "",
    value: judgement === "fixed" ? valueText(criteria?.value).replaceAll(/(?<=\d),(?=\d{3})/g, "") : "",
    percentile: criteria?.statisticalThreshold?.statistic ?? "p99",
    confidence: criteria?.mlDetectionConfig?.confidenceLevel ?? "HIGH",
    durationSeconds: criteria?.durationSeconds ?? 300,
    toAlarm: criteria?.consecutiveDatapointsToAlarm ?? 1,
    toClear: criteria?.consecutiveDatapointsToClear ?? 1,
    dimension: behavior.metricDimension?.dimensionName ?? "",
    suppressAlerts: behavior.suppressAlerts ?? false,
  };
}
