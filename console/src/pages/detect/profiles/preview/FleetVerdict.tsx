// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useOperation } from "../../../../api/operation";
import { ProblemAlert } from "../../../../ui/ProblemAlert";
import { useRecent } from "../../../../ui/useRecent";
import { useSettled } from "../../../../ui/useSettled";
import { valueText } from "../../values";
import type { BacktestAnswer } from "../backtestAnswer";
import { type BehaviorDraft, behaviorOf, faultsOf } from "../draft";

const days = 1;

/** What the behavior would have alarmed on in the whole fleet in the last day, asked again when typing pauses. */
export function FleetVerdict({ draft, onValue }: { draft: BehaviorDraft; onValue: (text: string) => void }) {
  const span = useRecent(days, { still: true });
  const { name, value, ...faults } = faultsOf(draft);
  const isComplete = value === undefined && Object.keys(faults).length === 0 && draft.judgement !== "none";
  const behavior = isComplete ? JSON.stringify({ ...behaviorOf(draft), name: "preview" }) : "";
  const settled = useSettled(behavior);
  const test = useOperation<BacktestAnswer>(
    "fleetward",
    "BacktestSecurityProfile",
    {
      profileDocument: `{"securityProfileName":"preview","behaviors":[${settled}]}`,
      ...span,
      falseAlarmRate: 0.001,
    },
    { enabled: settled !== "" && draft.judgement !== "learned" },
  );
  if (draft.judgement === "learned") {
    return (
      <StatusIndicator type="info">
        What is learned is judged when the model is built; see the profile's page for its progress.
      </StatusIndicator>
    );
  }
  if (settled === "" || behavior === "") return null;
  if (test.error && !test.data) return <ProblemAlert problem={test.error} retry={() => test.refetch()} />;
  const [outcome] = test.data?.behaviors ?? [];
  if (!outcome || settled !== behavior || test.isPlaceholderData) {
    return <StatusIndicator type="loading">Trying it on the last day</StatusIndicator>;
  }
  const proposed = valueText(outcome.proposedValue).replaceAll(/(?<=\d),(?=\d{3})/g, "");
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <StatusIndicator type={outcome.alarmsCount === 0 ? "success" : "warning"}>
        {outcome.alarmsCount === 0
          ? `In the last day it would have alarmed on none of ${test.data?.devicesCount.toLocaleString("en")} devices.`
          : `In the last day it would have alarmed ${times(outcome.alarmsCount)} on ${outcome.devicesCount.toLocaleString("en")} of ${test.data?.devicesCount.toLocaleString("en")} devices.`}
      </StatusIndicator>
      {outcome.proposedValue && draft.judgement === "fixed" && proposed !== draft.value.trim() && (
        <Button variant="inline-link" onClick={() => onValue(proposed)}>
          Use {proposed}: hardly any false alarms
        </Button>
      )}
    </SpaceBetween>
  );
}

const times = (count: number): string => (count === 1 ? "once" : `${count.toLocaleString("en")} times`);
