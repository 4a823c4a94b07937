// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useChange } from "../../../api/operation";
import { CopyCli } from "../../../ui/CopyCli";
import { Json } from "../../../ui/Json";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Result } from "../Result";
import { samples } from "../samples";
import type { DeliveryResult, Target } from "../types";

interface TestAnswer {
  result: DeliveryResult;
  detail?: string;
  sent?: string;
  durationMillis?: number;
}

const options = [
  { value: "", label: "The server's own test event" },
  ...samples.map(({ value, label }) => ({ value, label: `Sample: ${label}` })),
];

/** Sends a target one event at once and shows what came of it. */
export function TestTargetModal({
  where,
  target,
  onClose,
}: {
  where: { Rule: string; EventBusName: string };
  target: Target;
  onClose: () => void;
}) {
  const [choice, setChoice] = useState("");
  const test = useChange<TestAnswer>("fleetward", "TestEventTarget");
  const event = samples.find(({ value }) => value === choice)?.event;
  const input = {
    eventBusName: where.EventBusName,
    ruleName: where.Rule,
    targetId: target.Id,
    event: event && JSON.stringify(event),
  };
  return (
    <Modal
      visible
      header={`Test ${target.Id}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <CopyCli service="fleetward" operation="TestEventTarget" input={input} />
            <Button variant="link" onClick={onClose}>
              Close
            </Button>
            <Button variant="primary" loading={test.isPending} onClick={() => test.mutate(input)}>
              Send event
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>
          One event is really sent to <span className="id">{target.Arn}</span>.
        </Box>
        <FormField label="Event">
          <Select
            selectedOption={options.find(({ value }) => value === choice) ?? null}
            options={options}
            onChange={({ detail }) => setChoice(detail.selectedOption.value ?? "")}
          />
        </FormField>
        {test.error && <ProblemAlert problem={test.error} />}
        {test.data && (
          <SpaceBetween size="xs">
            <Result of={test.data.result} />
            {test.data.detail && <Box>{test.data.detail}</Box>}
            {test.data.durationMillis !== undefined && (
              <Box variant="small">It took {test.data.durationMillis} ms.</Box>
            )}
            {test.data.sent && <Json of={test.data.sent} name="What was sent" />}
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Modal>
  );
}
