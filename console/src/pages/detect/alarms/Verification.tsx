// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import type { VerificationState } from "../types";

const states: readonly { value: VerificationState; label: string; description?: string }[] = [
  { value: "TRUE_POSITIVE", label: "True positive", description: "The device misbehaved." },
  { value: "BENIGN_POSITIVE", label: "Benign positive", description: "It did, and that was all right." },
  { value: "FALSE_POSITIVE", label: "False positive", description: "It did not misbehave." },
  { value: "UNKNOWN", label: "Not verified" },
];

export const verificationText = (state: VerificationState | undefined): string =>
  states.find(({ value }) => value === state)?.label ?? "Not verified";

/** Records what a person found out about an alarm. */
export function Verify({ violationId, onClose }: { violationId: string; onClose: () => void }) {
  const [state, setState] = useState<VerificationState>("TRUE_POSITIVE");
  const [description, setDescription] = useState("");
  return (
    <ActionModal
      title="Verify alarm"
      action="Save"
      service="iot"
      operation="PutVerificationStateOnViolation"
      input={{
        violationId,
        verificationState: state,
        verificationStateDescription: description || undefined,
      }}
      done={() => `The alarm is marked: ${verificationText(state).toLowerCase()}.`}
      onClose={onClose}
    >
      <FormField label="What was it?">
        <RadioGroup
          value={state}
          onChange={({ detail }) => setState(detail.value as VerificationState)}
          items={states.map(item => ({ ...item }))}
        />
      </FormField>
      <FormField label="Note">
        <Textarea value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
