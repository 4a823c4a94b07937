// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Empty } from "../../../../ui/Empty";
import { ProblemAlert } from "../../../../ui/ProblemAlert";
import { useRecent } from "../../../../ui/useRecent";
import { metricTitle } from "../../metrics";
import { parseValue } from "../../values";
import type { BehaviorDraft } from "../draft";
import { FleetVerdict } from "./FleetVerdict";
import { SeenElements } from "./SeenElements";
import { useDeviceValues } from "./useDeviceValues";
import { useSample } from "./useSample";
import { ValuesChart } from "./ValuesChart";

const spans = [
  { value: "1", label: "Last hour" },
  { value: "3", label: "Last 3 hours" },
  { value: "24", label: "Last day" },
  { value: "168", label: "Last week" },
];
const shownAtFirst = 4;
const shownAtMost = 8;

interface BehaviorPreviewProps {
  draft: BehaviorDraft;
  /** What the profile watches, as far as that is known. */
  targets: readonly string[];
  /** Takes a value over into the form. */
  onValue: (text: string) => void;
}

/** What some devices sent lately, with the limit drawn in as it is typed, and what would have come of it. */
export function BehaviorPreview({ draft, targets, onValue }: BehaviorPreviewProps) {
  const sample = useSample(targets);
  const [chosen, setChosen] = useState<readonly string[]>();
  const [hours, setHours] = useState("3");
  const span = useRecent(Number(hours) / 24);
  const things = chosen ?? sample.names.slice(0, shownAtFirst);
  const values = useDeviceValues(things, {
    metric: draft.metric,
    dimension: draft.dimension,
    ...span,
  });
  const isSet = draft.kind !== "count" && draft.kind !== "number";
  const limit = draft.judgement === "fixed" && !isSet ? parseValue(draft.kind, draft.value) : undefined;
  const nothing = !values.isPending && values.devices.every(({ data }) => data.length === 0);
  const problem = sample.error ?? values.problem;
  if (sample.names.length === 0 && !sample.isPending && !problem) {
    return <Empty title="No devices yet">Recent values appear here when there are devices to look at.</Empty>;
  }
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <FormField label="Devices to look at">
          <Multiselect
            options={sample.names.map(value => ({ value, label: value }))}
            selectedOptions={things.map(value => ({ value, label: value }))}
            onChange={({ detail }) =>
              setChosen(detail.selectedOptions.slice(0, shownAtMost).map(({ value }) => value ?? ""))
            }
            filteringType="auto"
            placeholder="Choose up to 8"
            tokenLimit={4}
          />
        </FormField>
        <FormField label="Time">
          <Select
            options={spans}
            selectedOption={spans.find(({ value }) => value === hours) ?? null}
            onChange={({ detail }) => setHours(detail.selectedOption.value ?? hours)}
          />
        </FormField>
      </ColumnLayout>
      {problem ? (
        <ProblemAlert problem={problem} retry={() => void sample.refetch()} />
      ) : nothing ? (
        <Empty title="No values to look at">
          These devices have no values of {metricTitle(draft.metric).toLowerCase()} in this time. Values are
          kept as soon as any profile that watches the devices names the metric, in a behavior or to be
          retained.
        </Empty>
      ) : isSet ? (
        <SeenElements devices={values.devices} onTake={elements => onValue(elements.join(", "))} />
      ) : (
        <ValuesChart
          metric={draft.metric}
          devices={values.devices}
          isPending={values.isPending}
          span={span}
          operator={draft.operator}
          limit={limit?.count ?? limit?.number}
        />
      )}
      <FleetVerdict draft={draft} onValue={onValue} />
      <Box variant="small" color="text-body-secondary">
        The verdict is on all values that are on record, whatever the targets.
      </Box>
    </SpaceBetween>
  );
}
