// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { enumerated } from "../filter/keys";
import { words } from "../labels";

export const isPercent = (text: string) => text === "" || (/^\d+$/.test(text) && Number(text) <= 100);

/** One of the few values of a field, or none: then it stays as it is. */
export function Choice({
  label,
  of,
  value,
  set,
}: {
  label: string;
  of: string;
  value: string | undefined;
  set: (value: string | undefined) => void;
}) {
  const options = [
    { value: "", label: "Stays as it is" },
    ...(enumerated[of] ?? []).map(one => ({ value: one, label: words(one) })),
  ];
  return (
    <FormField label={label}>
      <Select
        selectedOption={options.find(option => option.value === (value ?? "")) ?? null}
        options={options}
        onChange={({ detail }) => set(detail.selectedOption.value || undefined)}
      />
    </FormField>
  );
}

/** A whole number from 0 to 100, or none. */
export function Percent({
  label,
  value,
  set,
}: {
  label: string;
  value: string;
  set: (value: string) => void;
}) {
  return (
    <FormField label={label} errorText={isPercent(value) ? undefined : "A whole number from 0 to 100."}>
      <Input
        value={value}
        inputMode="numeric"
        placeholder="Stays as it is"
        onChange={({ detail }) => set(detail.value)}
      />
    </FormField>
  );
}
