// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { ActionModal } from "../../../ui/ActionModal";
import { type AuthorizationType, authorizations, parametersOf } from "./credentials";
import { type Connection, isName, nameRule } from "./types";

/** Creates a connection, or gives one other credentials. */
export function ConnectionModal({ connection, onClose }: { connection?: Connection; onClose: () => void }) {
  const [name, setName] = useState(connection?.Name ?? "");
  const [type, setType] = useState<AuthorizationType>(connection?.AuthorizationType ?? "API_KEY");
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const chosen = authorizations.find(({ value }) => value === type);
  const fields = chosen?.fields ?? [];
  return (
    <ActionModal
      title={connection ? `Change credentials of ${connection.Name}` : "Create connection"}
      action={connection ? "Save" : "Create"}
      service="events"
      operation={connection ? "UpdateConnection" : "CreateConnection"}
      input={{ Name: name, AuthorizationType: type, AuthParameters: parametersOf(type, typed) }}
      ready={isName(name) && fields.every(field => (typed[field.name] ?? "") !== "")}
      done={() => `${connection ? "Saved" : "Created"} the connection ${name}.`}
      onClose={onClose}
    >
      {!connection && (
        <FormField label="Name" errorText={name === "" || isName(name) ? undefined : nameRule}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
      )}
      <FormField label="Proves itself by">
        <Select
          options={authorizations.map(({ value, label }) => ({ value, label }))}
          selectedOption={chosen ? { value: chosen.value, label: chosen.label } : null}
          onChange={({ detail }) => {
            setType(detail.selectedOption.value as AuthorizationType);
            setTyped({});
          }}
        />
      </FormField>
      {fields.map(({ name: field, label, isSecret }) => (
        <FormField
          key={field}
          label={label}
          constraintText={isSecret ? "Kept encrypted and never shown again." : undefined}
        >
          <Input
            type={isSecret ? "password" : "text"}
            autoComplete="off"
            value={typed[field] ?? ""}
            onChange={({ detail }) => setTyped({ ...typed, [field]: detail.value })}
          />
        </FormField>
      ))}
    </ActionModal>
  );
}
