// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import type { ActionTarget } from "./types";

/** Creates a custom action, or changes what one is called. */
export function ActionTargetModal({ action, onClose }: { action?: ActionTarget; onClose: () => void }) {
  const [name, setName] = useState(action?.Name ?? "");
  const [description, setDescription] = useState(action?.Description ?? "");
  const [id, setId] = useState("");
  const isId = /^[A-Za-z0-9]{1,20}$/.test(id);
  const named = { Name: name.trim(), Description: description.trim() };
  return (
    <ActionModal
      title={action ? `Edit ${action.Name}` : "Create custom action"}
      action={action ? "Save" : "Create"}
      service="securityhub"
      operation={action ? "UpdateActionTarget" : "CreateActionTarget"}
      input={action ? { ActionTargetArn: action.ActionTargetArn, ...named } : { ...named, Id: id }}
      ready={named.Name !== "" && named.Description !== "" && (action !== undefined || isId)}
      done={() => `${action ? "Saved" : "Created"} the custom action ${named.Name}.`}
      onClose={onClose}
    >
      <FormField label="Name" constraintText="What the menu shows, up to 20 characters.">
        <Input value={name} onChange={({ detail }) => setName(detail.value.slice(0, 20))} />
      </FormField>
      <FormField label="Description">
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      {!action && (
        <FormField
          label="ID"
          constraintText="Letters and digits, up to 20; part of the ARN."
          errorText={id === "" || isId ? undefined : "Letters and digits only, up to 20."}
        >
          <Input value={id} onChange={({ detail }) => setId(detail.value)} />
        </FormField>
      )}
    </ActionModal>
  );
}
