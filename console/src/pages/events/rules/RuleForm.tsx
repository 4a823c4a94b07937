// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { FormPage } from "../../../ui/FormPage";
import { samples, textOf } from "../samples";
import type { BusRule } from "../types";
import { PatternEditor } from "./PatternEditor";

/** What a rule is called and which events it is about; its targets are added afterwards. */
export function RuleForm({ bus, start }: { bus: string; start?: BusRule }) {
  const [name, setName] = useState(start?.Name ?? "");
  const [description, setDescription] = useState(start?.Description ?? "");
  const [kind, setKind] = useState(start?.ScheduleExpression ? "schedule" : "pattern");
  const [schedule, setSchedule] = useState(start?.ScheduleExpression ?? "rate(1 hour)");
  const [pattern, setPattern] = useState(() => pretty(start?.EventPattern) ?? textOf(samples[0]?.pattern));
  const isPattern = kind === "pattern";
  const compact = compacted(pattern);
  return (
    <FormPage
      action={start ? "Save" : "Create rule"}
      service="events"
      operation="PutRule"
      input={{
        Name: name.trim(),
        EventBusName: bus,
        Description: description.trim() || undefined,
        State: start?.State ?? "ENABLED",
        ...(isPattern ? { EventPattern: compact ?? pattern } : { ScheduleExpression: schedule.trim() }),
      }}
      ready={
        /^[.\-_A-Za-z0-9]{1,64}$/.test(name.trim()) &&
        (isPattern ? compact !== undefined : schedule.trim() !== "")
      }
      done={() =>
        `${start ? "Saved" : "Created"} the rule ${name.trim()}.${start ? "" : " Now give it a target."}`
      }
      back="/events/rules"
      after={() => `/events/rules/${encodeURIComponent(bus)}/${encodeURIComponent(name.trim())}`}
    >
      <Container header={<Header variant="h2">Rule</Header>}>
        <SpaceBetween size="m">
          <FormField label="Name" constraintText="Letters, digits, dots, dashes and underscores, up to 64.">
            <Input
              value={name}
              disabled={start !== undefined}
              onChange={({ detail }) => setName(detail.value)}
            />
          </FormField>
          <FormField label="Description">
            <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
          </FormField>
          <FormField label="Event bus">
            <Input value={bus} disabled />
          </FormField>
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Events</Header>}>
        <SpaceBetween size="m">
          <SegmentedControl
            label="Kind of rule"
            selectedId={kind}
            onChange={({ detail }) => setKind(detail.selectedId)}
            options={[
              { id: "pattern", text: "Events that fit a pattern" },
              { id: "schedule", text: "Schedule", disabled: bus !== "default" },
            ]}
          />
          {isPattern ? (
            <PatternEditor pattern={pattern} setPattern={setPattern} />
          ) : (
            <FormField
              label="Schedule"
              constraintText="rate(5 minutes), rate(1 day), cron(0 8 * * ? *); cron is in UTC."
            >
              <Input value={schedule} onChange={({ detail }) => setSchedule(detail.value)} />
            </FormField>
          )}
        </SpaceBetween>
      </Container>
    </FormPage>
  );
}

function compacted(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function pretty(text: string | undefined): string | undefined {
  const compact = text === undefined ? undefined : compacted(text);
  return compact === undefined ? text : textOf(JSON.parse(compact));
}
