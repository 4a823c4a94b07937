// SPDX-License-Identifier: Apache-2.0
import Badge, { type BadgeProps } from "@cloudscape-design/components/badge";
import { memo } from "react";

const colors: Record<string, BadgeProps["color"]> = {
  CRITICAL: "severity-critical",
  HIGH: "severity-high",
  MEDIUM: "severity-medium",
  LOW: "severity-low",
  INFORMATIONAL: "severity-neutral",
};

/** The rank by which severities are sorted. */
export const severityRank = (label: string | undefined): number =>
  ["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"].indexOf(label ?? "");

export const Severity = memo(function Severity({ label }: { label: string | undefined }) {
  if (!label) return <>–</>;
  return <Badge color={colors[label] ?? "grey"}>{label[0] + label.slice(1).toLowerCase()}</Badge>;
});
