// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import { attributesOf } from "./words";

/** Attributes of a thing or group, one name=value on each line. */
export function AttributesField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <FormField
      label="Attributes"
      description="One name=value on each line. They can be searched."
      errorText={attributesOf(value) ? undefined : "Each line is a name, = and a value."}
    >
      <Textarea
        value={value}
        onChange={({ detail }) => onChange(detail.value)}
        placeholder={"site=berlin\nfirmware=2.1"}
        rows={3}
        spellcheck={false}
      />
    </FormField>
  );
}
