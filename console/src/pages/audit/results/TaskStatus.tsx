// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { constantTitle } from "../words";

const types: Record<string, StatusIndicatorProps.Type> = {
  IN_PROGRESS: "in-progress",
  RUNNING: "in-progress",
  WAITING_FOR_DATA_COLLECTION: "pending",
  PENDING: "pending",
  COMPLETED: "success",
  SUCCESSFUL: "success",
  SUCCEEDED: "success",
  COMPLETED_COMPLIANT: "success",
  COMPLETED_NON_COMPLIANT: "error",
  FAILED: "error",
  CANCELED: "stopped",
  SKIPPED: "stopped",
};

const words: Record<string, string> = {
  COMPLETED_COMPLIANT: "Compliant",
  COMPLETED_NON_COMPLIANT: "Non-compliant",
};

/** The state of an audit, a check or a mitigation. */
export function TaskStatus({ status }: { status: string }) {
  return (
    <StatusIndicator type={types[status] ?? "info"}>{words[status] ?? constantTitle(status)}</StatusIndicator>
  );
}
