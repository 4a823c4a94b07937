// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useOperation } from "../../api/operation";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Severity } from "../../ui/Severity";
import type { Filters } from "../findings/filter/filters";
import { type Finding, keyOf } from "../findings/types";

interface PreviewAnswer {
  matchedFindings: number;
  isComplete: boolean;
  sample: Finding[];
}

/** How many stored findings a rule, or criteria that may become one, are about, and the latest of them. */
export function RulePreview({ input }: { input: { ruleArn: string } | { criteria: Filters } }) {
  const isEmpty = "criteria" in input && Object.keys(input.criteria).length === 0;
  const preview = useOperation<PreviewAnswer>(
    "fleetward",
    "PreviewAutomationRule",
    { ...input, sampleSize: 10 },
    { enabled: !isEmpty, live: ["finding"] },
  );
  if (isEmpty) return <Box color="text-body-secondary">Add a criterion to see which findings meet it.</Box>;
  if (preview.error) return <ProblemAlert problem={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return <StatusIndicator type="loading">Counting findings</StatusIndicator>;
  const { matchedFindings, isComplete, sample } = preview.data;
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type={matchedFindings === 0 ? "info" : "success"}>
        {isComplete ? "" : "At least "}
        {matchedFindings.toLocaleString("en")} {matchedFindings === 1 ? "finding meets" : "findings meet"} the
        criteria now.
      </StatusIndicator>
      {sample.length > 0 && (
        <ExpandableSection headerText="The latest of them">
          <SpaceBetween size="xs">
            {sample.map(finding => (
              <div key={keyOf(finding)}>
                <Severity label={finding.Severity?.Label} /> {finding.Title}
              </div>
            ))}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}
