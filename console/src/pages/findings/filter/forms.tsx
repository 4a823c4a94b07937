// SPDX-License-Identifier: Apache-2.0
import DatePicker from "@cloudscape-design/components/date-picker";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TimeInput from "@cloudscape-design/components/time-input";
import { pair, splitPair } from "./values";

type FormProps = PropertyFilterProps.ExtendedOperatorFormProps<string>;

/** A moment in UTC. */
export function DateForm({ value, onChange, operator }: FormProps) {
  const [date = "", time = ""] = (value ?? "").replace("Z", "").split("T");
  const set = (day: string, clock: string) =>
    onChange(day === "" ? null : clock === "" ? day : `${day}T${clock}Z`);
  return (
    <SpaceBetween size="xs">
      <FormField label="Day">
        <DatePicker
          value={date}
          onChange={({ detail }) => set(detail.value, time)}
          placeholder="YYYY/MM/DD"
          locale="en-GB"
        />
      </FormField>
      <FormField
        label="Time in UTC"
        constraintText={
          operator === "<=" ? "The end of the day if left out." : "The begin of the day if left out."
        }
      >
        <TimeInput
          value={time.slice(0, 8)}
          onChange={({ detail }) => set(date, detail.value)}
          placeholder="hh:mm:ss"
        />
      </FormField>
    </SpaceBetween>
  );
}

/** A number of days. */
export function DaysForm({ value, onChange }: FormProps) {
  return (
    <FormField label="Days">
      <Input
        type="number"
        value={value ?? ""}
        onChange={({ detail }) => onChange(detail.value)}
        inputMode="numeric"
        step={1}
      />
    </FormField>
  );
}

/** A key of a map and its value. */
export function PairForm({ value, onChange }: FormProps) {
  const { key, value: text } = splitPair(value ?? "") ?? { key: "", value: "" };
  return (
    <SpaceBetween size="xs">
      <FormField label="Key">
        <Input value={key} onChange={({ detail }) => onChange(pair(detail.value, text))} />
      </FormField>
      <FormField label="Value">
        <Input value={text} onChange={({ detail }) => onChange(pair(key, detail.value))} />
      </FormField>
    </SpaceBetween>
  );
}
