// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { FormPage } from "../../../ui/FormPage";
import { FindingFilter } from "../../findings/filter/FindingFilter";
import { enumerated } from "../../findings/filter/keys";
import { words } from "../../findings/labels";
import { CorrelationPreview } from "./CorrelationPreview";
import { type CorrelationDraft, ends, joints, type Part } from "./types";

const spans = [300, 900, 3600, 21_600, 86_400, 259_200, 604_800].map(value => ({
  value: `${value}`,
  label: {
    300: "5 minutes",
    900: "15 minutes",
    3600: "1 hour",
    21600: "6 hours",
    86400: "1 day",
    259200: "3 days",
    604800: "7 days",
  }[value],
}));
const severities = (enumerated.SeverityLabel ?? []).map(value => ({ value, label: words(value) }));
const mostParts = 5;

/** Which findings a rule joins, and the finding it makes of them. */
export function CorrelationForm({ start, ruleId }: { start: CorrelationDraft; ruleId?: string }) {
  const [rule, setRule] = useState(start);
  const set = (next: Partial<CorrelationDraft>) => setRule(now => ({ ...now, ...next }));
  const setPart = (place: number, part: Partial<Part>) =>
    set({ parts: rule.parts.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const {
    name,
    description,
    status,
    parts,
    joinedBy,
    withinSeconds,
    ordered,
    endsWhen,
    title,
    severity,
    types,
  } = rule;
  const question = { parts, joinedBy, withinSeconds, ordered, endsWhen };
  const input = { ...question, name: name.trim(), description, status, title, severity, types };
  const names = new Set(parts.map(part => part.name.trim()));
  const isComplete =
    parts.length >= 2 &&
    names.size === parts.length &&
    !names.has("") &&
    parts.every(({ filters }) => Object.keys(filters).length > 0);
  const span = spans.find(({ value }) => value === `${withinSeconds}`) ?? {
    value: `${withinSeconds}`,
    label: `${withinSeconds} seconds`,
  };
  return (
    <FormPage<{ ruleId?: string }>
      action={ruleId ? "Save" : "Create rule"}
      service="fleetward"
      operation={ruleId ? "UpdateCorrelationRule" : "CreateCorrelationRule"}
      input={ruleId ? { ruleId, ...input } : input}
      ready={name.trim() !== "" && isComplete}
      done={() => `${ruleId ? "Saved" : "Created"} the correlation rule ${name.trim()}.`}
      back="/correlation"
    >
      <Container header={<Header variant="h2">Rule</Header>}>
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <FormField label="Name">
              <Input value={name} onChange={({ detail }) => set({ name: detail.value })} />
            </FormField>
            <FormField label="Description">
              <Input
                value={description ?? ""}
                onChange={({ detail }) => set({ description: detail.value || undefined })}
              />
            </FormField>
          </ColumnLayout>
          <Checkbox
            checked={status === "ENABLED"}
            onChange={({ detail }) => set({ status: detail.checked ? "ENABLED" : "DISABLED" })}
          >
            Enabled
          </Checkbox>
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="Two to five kinds of findings; each needs a finding of its own."
            actions={
              <Button
                disabled={parts.length >= mostParts}
                onClick={() => set({ parts: [...parts, { name: `part ${parts.length + 1}`, filters: {} }] })}
              >
                Add part
              </Button>
            }
          >
            Parts
          </Header>
        }
      >
        <SpaceBetween size="l">
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place while they are named
            <SpaceBetween size="xs" key={place}>
              <FormField
                label={`Part ${place + 1}`}
                errorText={part.name.trim() === "" ? "A part needs a name of its own." : undefined}
                secondaryControl={
                  <Button
                    iconName="remove"
                    ariaLabel={`Remove part ${place + 1}`}
                    disabled={parts.length <= 2}
                    onClick={() => set({ parts: parts.filter((_, at) => at !== place) })}
                  />
                }
              >
                <Input
                  value={part.name}
                  ariaLabel={`Name of part ${place + 1}`}
                  onChange={({ detail }) => setPart(place, { name: detail.value })}
                />
              </FormField>
              <FindingFilter
                filters={part.filters}
                onChange={filters => setPart(place, { filters })}
                label={`Findings of part ${place + 1}`}
              />
            </SpaceBetween>
          ))}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">How they belong together</Header>}>
        <SpaceBetween size="m">
          <ColumnLayout columns={3}>
            <FormField label="On">
              <Select
                selectedOption={joints.find(({ value }) => value === joinedBy) ?? null}
                options={joints}
                onChange={({ detail }) =>
                  set({ joinedBy: detail.selectedOption.value as CorrelationDraft["joinedBy"] })
                }
              />
            </FormField>
            <FormField label="Within">
              <Select
                selectedOption={span}
                options={spans}
                onChange={({ detail }) => set({ withinSeconds: Number(detail.selectedOption.value) })}
              />
            </FormField>
            <FormField label="The rule's finding is archived">
              <Select
                selectedOption={ends.find(({ value }) => value === endsWhen) ?? null}
                options={ends}
                onChange={({ detail }) =>
                  set({ endsWhen: detail.selectedOption.value as CorrelationDraft["endsWhen"] })
                }
              />
            </FormField>
          </ColumnLayout>
          <Checkbox checked={ordered} onChange={({ detail }) => set({ ordered: detail.checked })}>
            They must have begun in the order of the parts
          </Checkbox>
          <CorrelationPreview input={question} ready={isComplete} />
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">The finding it makes</Header>}>
        <ColumnLayout columns={2}>
          <FormField label="Title" constraintText="May hold {resource} and {rule}.">
            <Input value={title} onChange={({ detail }) => set({ title: detail.value })} />
          </FormField>
          <FormField label="Severity">
            <Select
              selectedOption={severities.find(({ value }) => value === severity) ?? null}
              options={severities}
              onChange={({ detail }) => set({ severity: detail.selectedOption.value ?? severity })}
            />
          </FormField>
        </ColumnLayout>
      </Container>
    </FormPage>
  );
}
