// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Input } from "../../../api/operation";
import { useOperation } from "../../../api/operation";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Severity } from "../../../ui/Severity";
import { type Finding, keyOf } from "../../findings/types";

interface PreviewAnswer {
  resources: number;
  isComplete: boolean;
  examples: Finding[];
}

/** On how many resources a rule would find something in what is stored. */
export function CorrelationPreview({ input, ready }: { input: Input; ready: boolean }) {
  const preview = useOperation<PreviewAnswer>(
    "fleetward",
    "PreviewCorrelationRule",
    { ...input, exampleSize: 5 },
    { enabled: ready, live: ["finding"] },
  );
  if (!ready)
    return <Box color="text-body-secondary">Name and fill two parts to see what the rule would find.</Box>;
  if (preview.error) return <ProblemAlert problem={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data)
    return <StatusIndicator type="loading">Trying the rule on what is stored</StatusIndicator>;
  const { resources, isComplete, examples } = preview.data;
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type={resources === 0 ? "info" : "success"}>
        It would find something on {isComplete ? "" : "at least "}
        {resources.toLocaleString("en")} {resources === 1 ? "resource" : "resources"} now.
      </StatusIndicator>
      {examples.map(finding => (
        <div key={keyOf(finding)}>
          <Severity label={finding.Severity?.Label} /> {finding.Title}
        </div>
      ))}
    </SpaceBetween>
  );
}
