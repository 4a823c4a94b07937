// SPDX-License-Identifier: Apache-2.0
import type { Filters } from "../../findings/filter/filters";

export interface Part {
  name: string;
  filters: Filters;
}

export interface CorrelationDraft {
  name: string;
  description?: string;
  status: "ENABLED" | "DISABLED";
  parts: Part[];
  joinedBy: "RESOURCE_ID" | "THING";
  withinSeconds: number;
  ordered: boolean;
  endsWhen: "ANY_CAUSE_ENDS" | "ALL_CAUSES_END" | "NEVER";
  title: string;
  severity: string;
  types?: string[];
}

export interface CorrelationRule extends CorrelationDraft {
  ruleId: string;
  ruleArn: string;
  phase: "RETIRING" | "EVALUATING" | "SETTLED";
  openFindings: number;
  createdAt: number;
  updatedAt: number;
  createdBy: string;
}

export const joints = [
  { value: "RESOURCE_ID", label: "The same resource" },
  { value: "THING", label: "The same device", description: "Also by its certificate or policy" },
];

export const ends = [
  { value: "ANY_CAUSE_ENDS", label: "When it is no longer fulfilled" },
  { value: "ALL_CAUSES_END", label: "When all of its causes have ended" },
  { value: "NEVER", label: "Never by itself" },
];

/** 90 seconds are "1.5 minutes", a day is "1 day". */
export function spanOf(seconds: number): string {
  const [size, unit] =
    seconds >= 86_400 ? [86_400, "day"] : seconds >= 3600 ? [3600, "hour"] : [60, "minute"];
  const count = Math.round((seconds / (size as number)) * 10) / 10;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
