// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { ActionModal } from "../../ui/ActionModal";
import type { Control } from "./types";

interface Answer {
  UnprocessedAssociationUpdates?: { ErrorCode: string; ErrorReason?: string }[];
}

/** Disables a control of a standard with a reason, or enables it again. */
export function ControlModal({ control, onClose }: { control: Control; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const enables = control.controlStatus === "DISABLED";
  const name = control.securityControlId;
  const update = {
    StandardsArn: control.standardsArn,
    SecurityControlId: name,
    AssociationStatus: enables ? "ENABLED" : "DISABLED",
    UpdatedReason: enables ? undefined : reason.trim(),
  };
  return (
    <ActionModal<Answer>
      title={`${enables ? "Enable" : "Disable"} ${name}`}
      action={enables ? "Enable" : "Disable"}
      service="securityhub"
      operation="BatchUpdateStandardsControlAssociations"
      input={{ StandardsControlAssociationUpdates: [update] }}
      ready={enables || reason.trim() !== ""}
      done={({ UnprocessedAssociationUpdates: [refused] = [] }) =>
        refused ? (refused.ErrorReason ?? refused.ErrorCode) : `${enables ? "Enabled" : "Disabled"} ${name}.`
      }
      onClose={onClose}
    >
      {enables ? (
        "The control counts for the score again."
      ) : (
        <FormField label="Reason" description="A disabled control does not count for the score.">
          <Input value={reason} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
      )}
    </ActionModal>
  );
}
