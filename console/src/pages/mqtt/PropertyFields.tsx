// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";

/** MQTT 5 properties as they are typed. */
export interface PropertyTexts {
  contentType: string;
  responseTopic: string;
  expiry: string;
  user: string;
}

export const unset: PropertyTexts = { contentType: "", responseTopic: "", expiry: "", user: "" };

interface PropertyFieldsProps {
  value: PropertyTexts;
  onChange: (value: PropertyTexts) => void;
}

export function PropertyFields({ value, onChange }: PropertyFieldsProps) {
  const set = (change: Partial<PropertyTexts>) => onChange({ ...value, ...change });
  return (
    <SpaceBetween size="s">
      <ColumnLayout columns={2}>
        <FormField label="Content type">
          <Input
            value={value.contentType}
            onChange={({ detail }) => set({ contentType: detail.value })}
            placeholder="application/json"
          />
        </FormField>
        <FormField label="Expires after (seconds)">
          <Input
            type="number"
            inputMode="numeric"
            value={value.expiry}
            onChange={({ detail }) => set({ expiry: detail.value.replace(/\D/g, "") })}
          />
        </FormField>
      </ColumnLayout>
      <FormField label="Response topic">
        <Input value={value.responseTopic} onChange={({ detail }) => set({ responseTopic: detail.value })} />
      </FormField>
      <FormField label="User properties" description="One name=value on each line.">
        <Textarea
          value={value.user}
          onChange={({ detail }) => set({ user: detail.value })}
          rows={2}
          spellcheck={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
