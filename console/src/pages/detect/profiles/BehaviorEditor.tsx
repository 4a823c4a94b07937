// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { metricOf } from "../metrics";
import { operatorsOf, operatorText } from "../values";
import { type BehaviorDraft, durations, faultsOf, type Judgement, percentiles } from "./draft";
import { BehaviorPreview } from "./preview/BehaviorPreview";
import { useJudgedMetrics } from "./useJudgedMetrics";

interface BehaviorEditorProps {
  draft: BehaviorDraft;
  /** Whether faults are shown: not before somebody tried to go on. */
  strict: boolean;
  /** What the profile watches, as far as that is known; recent values are taken from there. */
  targets?: readonly string[];
  onChange: (draft: BehaviorDraft) => void;
  onRemove?: () => void;
}

const judgements: readonly { value: Judgement; label: string }[] = [
  { value: "fixed", label: "A fixed value" },
  { value: "percentile", label: "A percentile of the fleet" },
  { value: "learned", label: "What was learned (ML)" },
  { value: "none", label: "Nothing: only record it" },
];

const counts = ["1", "2", "3", "5", "10"];

/** One behavior of a security profile. */
export function BehaviorEditor({ draft, strict, targets = [], onChange, onRemove }: BehaviorEditorProps) {
  const { options, dimensions, kindOf } = useJudgedMetrics();
  const known = metricOf(draft.metric);
  const faults = strict ? faultsOf(draft) : {};
  const set = (part: Partial<BehaviorDraft>) => onChange({ ...draft, ...part });
  const choices = judgements.filter(
    ({ value }) =>
      (value !== "percentile" || (known?.statistical ?? true)) &&
      (value !== "learned" || (known?.learned ?? true)),
  );
  const chooseMetric = (metric: string) => {
    const kind = kindOf(metric);
    set({
      metric,
      kind,
      judgement: "fixed",
      operator: operatorsOf(kind, metric)[0] ?? "",
      value: "",
      dimension: "",
    });
  };
  const compares = draft.judgement === "fixed" || draft.judgement === "percentile";
  const asksDuration =
    draft.judgement === "percentile" || (draft.judgement === "fixed" && known?.duration !== "none");
  return (
    <Container
      header={
        <Header variant="h3" actions={onRemove && <Button onClick={onRemove}>Remove</Button>}>
          {draft.name || "Behavior"}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={3}>
          <FormField label="Name" errorText={faults.name}>
            <Input value={draft.name} onChange={({ detail }) => set({ name: detail.value })} />
          </FormField>
          <FormField label="Metric" errorText={faults.metric}>
            <Select
              options={options}
              filteringType="auto"
              selectedOption={optionOf(options, draft.metric)}
              onChange={({ detail }) => chooseMetric(detail.selectedOption.value ?? "")}
            />
          </FormField>
          <FormField label="Compared with">
            <Choice
              options={choices}
              value={draft.judgement}
              onChange={judgement => set({ judgement: judgement as Judgement })}
            />
          </FormField>
        </ColumnLayout>
        {draft.judgement !== "none" && (
          <ColumnLayout columns={3}>
            {compares && (
              <FormField label="The device behaves while the value is">
                <Choice
                  options={operatorsOf(draft.kind, draft.metric).map(value => ({
                    value,
                    label: operatorText(value),
                  }))}
                  value={draft.operator}
                  onChange={operator => set({ operator })}
                />
              </FormField>
            )}
            {draft.judgement === "fixed" && (
              <FormField label={known ? `Value (${known.unit})` : "Value"} errorText={faults.value}>
                <Input value={draft.value} onChange={({ detail }) => set({ value: detail.value })} />
              </FormField>
            )}
            {draft.judgement === "percentile" && (
              <FormField label="Percentile">
                <Choice
                  options={percentiles.map(value => ({ value, label: value }))}
                  value={draft.percentile}
                  onChange={percentile => set({ percentile })}
                />
              </FormField>
            )}
            {draft.judgement === "learned" && (
              <FormField label="Confidence" description="High: fewest false alarms.">
                <Choice
                  options={["LOW", "MEDIUM", "HIGH"].map(value => ({ value, label: value.toLowerCase() }))}
                  value={draft.confidence}
                  onChange={confidence => set({ confidence })}
                />
              </FormField>
            )}
            {asksDuration && (
              <FormField label="Counted over">
                <Choice
                  options={durations.map(seconds => ({
                    value: `${seconds}`,
                    label: `${seconds / 60} minutes`,
                  }))}
                  value={`${draft.durationSeconds}`}
                  onChange={seconds => set({ durationSeconds: Number(seconds) })}
                />
              </FormField>
            )}
            <FormField label="Datapoints to alarm">
              <Choice
                options={counts.map(value => ({ value, label: value }))}
                value={`${draft.toAlarm}`}
                onChange={count => set({ toAlarm: Number(count) })}
              />
            </FormField>
            <FormField label="Datapoints to clear">
              <Choice
                options={counts.map(value => ({ value, label: value }))}
                value={`${draft.toClear}`}
                onChange={count => set({ toClear: Number(count) })}
              />
            </FormField>
            {(known?.dimension ?? false) && dimensions.length > 0 && (
              <FormField label="Only for topics of">
                <Choice
                  options={[
                    { value: "", label: "All topics" },
                    ...dimensions.map(value => ({ value, label: value })),
                  ]}
                  value={draft.dimension}
                  onChange={dimension => set({ dimension })}
                />
              </FormField>
            )}
          </ColumnLayout>
        )}
        <Checkbox
          checked={draft.suppressAlerts}
          onChange={({ detail }) => set({ suppressAlerts: detail.checked })}
          description="Violations are recorded; no alarm is told to anybody."
        >
          Suppress alerts
        </Checkbox>
        <ExpandableSection headerText="Recent values" defaultExpanded>
          <BehaviorPreview draft={draft} targets={targets} onValue={value => set({ value })} />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

interface ChoiceProps {
  options: readonly SelectProps.Option[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ options, value, onChange }: ChoiceProps) {
  return (
    <Select
      options={options}
      selectedOption={options.find(option => option.value === value) ?? { value, label: value }}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
    />
  );
}

function optionOf(options: readonly SelectProps.OptionGroup[], metric: string): SelectProps.Option | null {
  return options.flatMap(group => group.options).find(option => option.value === metric) ?? null;
}
