// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Grid from "@cloudscape-design/components/grid";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useChange } from "../../../api/operation";
import { CopyCli } from "../../../ui/CopyCli";
import { JsonEditor } from "../../../ui/editor/JsonEditor";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { samples, textOf } from "../samples";

/** A pattern beside an event that it can be tried on. */
export function PatternEditor({
  pattern,
  setPattern,
}: {
  pattern: string;
  setPattern: (pattern: string) => void;
}) {
  const [event, setEvent] = useState(textOf(samples[0]?.event));
  const [tried, setTried] = useState<string>();
  const test = useChange<{ Result: boolean }>("events", "TestEventPattern");
  const question = `${pattern}\n${event}`;
  const isCurrent = tried === question;
  const run = () => {
    setTried(question);
    test.mutate({ EventPattern: pattern, Event: event });
  };
  return (
    <SpaceBetween size="m">
      <FormField label="Begin with a sample" description="Replaces the pattern and the event below.">
        <Select
          selectedOption={null}
          placeholder="Choose a sample"
          options={samples.map(({ value, label }) => ({ value, label }))}
          onChange={({ detail }) => {
            const sample = samples.find(({ value }) => value === detail.selectedOption.value);
            if (!sample) return;
            setPattern(textOf(sample.pattern));
            setEvent(textOf(sample.event));
          }}
        />
      </FormField>
      <Grid gridDefinition={[{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }]}>
        <FormField label="Event pattern" stretch>
          <JsonEditor value={pattern} onChange={setPattern} label="Event pattern" height={280} />
        </FormField>
        <FormField label="Event to try it on" stretch>
          <JsonEditor value={event} onChange={setEvent} label="Event to try the pattern on" height={280} />
        </FormField>
      </Grid>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <Button loading={test.isPending} onClick={run}>
          Test pattern
        </Button>
        <CopyCli
          service="events"
          operation="TestEventPattern"
          input={{ EventPattern: pattern, Event: event }}
        />
        {isCurrent && test.data && (
          <StatusIndicator type={test.data.Result ? "success" : "stopped"}>
            {test.data.Result ? "The pattern picks the event." : "The pattern does not pick the event."}
          </StatusIndicator>
        )}
      </SpaceBetween>
      {isCurrent && test.error && <ProblemAlert problem={test.error} />}
    </SpaceBetween>
  );
}
