// SPDX-License-Identifier: Apache-2.0
import Multiselect from "@cloudscape-design/components/multiselect";
import { checkTitle } from "./words";

interface CheckPickerProps {
  /** The checks to choose from. */
  checks: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Chooses audit checks, by their titles. */
export function CheckPicker({ checks, chosen, onChange }: CheckPickerProps) {
  const option = (name: string) => ({ value: name, label: checkTitle(name), description: name });
  return (
    <Multiselect
      options={checks.map(option)}
      selectedOptions={chosen.map(option)}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ""))}
      filteringType="auto"
      enableSelectAll
      placeholder="Choose checks"
      i18nStrings={{ selectAllText: "All checks" }}
    />
  );
}
