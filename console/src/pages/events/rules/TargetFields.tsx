// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { type Sends, sendsOptions, type TargetDraft } from "./targetDraft";

interface TargetFieldsProps {
  draft: TargetDraft;
  faults: Partial<Record<keyof TargetDraft, string>>;
  onChange: (draft: TargetDraft) => void;
}

/** What a target is sent, and how often it is tried. */
export function TargetFields({ draft, faults, onChange }: TargetFieldsProps) {
  const set = (part: Partial<TargetDraft>) => onChange({ ...draft, ...part });
  return (
    <SpaceBetween size="m">
      <FormField label="Sends">
        <Select
          selectedOption={sendsOptions.find(({ value }) => value === draft.sends) ?? null}
          options={sendsOptions}
          onChange={({ detail }) => set({ sends: detail.selectedOption.value as Sends })}
        />
      </FormField>
      {draft.sends === "part" && (
        <FormField label="Path" constraintText="For example $.detail.findings" errorText={faults.path}>
          <Input value={draft.path} onChange={({ detail }) => set({ path: detail.value })} />
        </FormField>
      )}
      {draft.sends === "fixed" && (
        <FormField
          label="Text"
          constraintText="JSON"
          errorText={draft.fixed === "" ? undefined : faults.fixed}
        >
          <Textarea
            value={draft.fixed}
            rows={3}
            spellcheck={false}
            onChange={({ detail }) => set({ fixed: detail.value })}
          />
        </FormField>
      )}
      {draft.sends === "text" && (
        <SpaceBetween size="m">
          <FormField
            label="Names for values of the event"
            constraintText="One on each line: name = $.path"
            errorText={faults.names}
          >
            <Textarea
              value={draft.names}
              rows={3}
              spellcheck={false}
              onChange={({ detail }) => set({ names: detail.value })}
            />
          </FormField>
          <FormField
            label="Template"
            constraintText='A text in quotation marks, or JSON; <name> stands for the value: "New: <title>"'
            errorText={faults.template}
          >
            <Textarea
              value={draft.template}
              rows={3}
              spellcheck={false}
              onChange={({ detail }) => set({ template: detail.value })}
            />
          </FormField>
        </SpaceBetween>
      )}
      <ExpandableSection
        headerText="When it cannot be delivered"
        defaultExpanded={draft.attempts !== "" || draft.hours !== ""}
      >
        <ColumnLayout columns={2}>
          <FormField label="Attempts after the first" constraintText="Empty: 185" errorText={faults.attempts}>
            <Input
              value={draft.attempts}
              inputMode="numeric"
              onChange={({ detail }) => set({ attempts: detail.value })}
            />
          </FormField>
          <FormField label="Hours until given up" constraintText="Empty: 24" errorText={faults.hours}>
            <Input
              value={draft.hours}
              inputMode="decimal"
              onChange={({ detail }) => set({ hours: detail.value })}
            />
          </FormField>
        </ColumnLayout>
      </ExpandableSection>
    </SpaceBetween>
  );
}
