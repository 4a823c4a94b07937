// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { idOfArn } from "../../certificates/words";

interface PrincipalSelectProps {
  principals: readonly string[];
  value: string | undefined;
  onChange: (arn: string) => void;
}

/** By which of its certificates the device connects. */
export function PrincipalSelect({ principals, value, onChange }: PrincipalSelectProps) {
  const options = principals.map(arn => ({ value: arn, label: idOfArn(arn) }));
  return (
    <FormField label="Certificate">
      <Select
        selectedOption={options.find(option => option.value === value) ?? null}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
        empty="The thing has no certificate"
        placeholder="Choose a certificate"
      />
    </FormField>
  );
}
