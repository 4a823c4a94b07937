// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { memo } from "react";

/** NEW_AND_OPEN becomes "New and open". */
export const words = (constant: string | undefined): string => {
  const text = (constant ?? "").replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const workflow: Record<string, StatusIndicatorProps.Type> = {
  NEW: "pending",
  NOTIFIED: "in-progress",
  RESOLVED: "success",
  SUPPRESSED: "stopped",
};

export const WorkflowStatus = memo(function WorkflowStatus({ status }: { status: string | undefined }) {
  return status ? (
    <StatusIndicator type={workflow[status] ?? "info"}>{words(status)}</StatusIndicator>
  ) : (
    <>–</>
  );
});

const compliance: Record<string, StatusIndicatorProps.Type> = {
  PASSED: "success",
  FAILED: "error",
  WARNING: "warning",
  NOT_AVAILABLE: "info",
};

export const ComplianceStatus = memo(function ComplianceStatus({ status }: { status: string | undefined }) {
  return status ? (
    <StatusIndicator type={compliance[status] ?? "info"}>{words(status)}</StatusIndicator>
  ) : (
    <>–</>
  );
});
