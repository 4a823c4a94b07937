// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { words } from "../findings/labels";
import type { ControlStatus, Score } from "./types";

const types: Record<ControlStatus, StatusIndicatorProps.Type> = {
  PASSED: "success",
  FAILED: "error",
  UNKNOWN: "warning",
  NO_DATA: "info",
  DISABLED: "stopped",
};

export function ControlState({ status }: { status: ControlStatus }) {
  return <StatusIndicator type={types[status]}>{words(status)}</StatusIndicator>;
}

/** The score of a standard with what it is made of. */
export function SecurityScore({ score, name }: { score: Score | undefined; name: string }) {
  if (!score) return <Box color="text-body-secondary">No score while it is not enabled.</Box>;
  const { passed, failed, unknown, noData } = score;
  return score.score === undefined ? (
    <Box color="text-body-secondary">No score yet: no control has data ({noData} without).</Box>
  ) : (
    <ProgressBar
      value={score.score}
      ariaLabel={`Security score of ${name}`}
      additionalInfo={`${passed} passed, ${failed} failed, ${unknown} unknown, ${noData} without data`}
    />
  );
}
