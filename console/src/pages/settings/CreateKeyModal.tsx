// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useSession } from "../../session/session";
import { ActionModal } from "../../ui/ActionModal";
import { roles, roleTitle } from "./roles";
import type { CreatedKey } from "./types";

const terms = [
  { value: "30", label: "After 30 days" },
  { value: "90", label: "After 90 days" },
  { value: "365", label: "After a year" },
  { value: "", label: "Never" },
];

const daySeconds = 86_400;

interface CreateKeyModalProps {
  onClose: () => void;
  onCreated: (created: CreatedKey) => void;
}

/** Makes an access key that may do what a role may, in some regions, until a day. */
export function CreateKeyModal({ onClose, onCreated }: CreateKeyModalProps) {
  const { regions } = useSession();
  const [userName, setUserName] = useState("");
  const [role, setRole] = useState("read-only");
  const [chosen, setChosen] = useState<string[]>([]);
  const [days, setDays] = useState("90");
  const [now] = useState(() => Math.floor(Date.now() / 1000));
  const option = (value: string) => ({ value, label: roleTitle(value) });
  return (
    <ActionModal<CreatedKey>
      title="Create access key"
      action="Create"
      service="fleetward"
      operation="CreateAccessKey"
      input={{
        userName,
        role,
        ...(chosen.length > 0 ? { regions: chosen } : {}),
        ...(days ? { expiresAt: now + Number(days) * daySeconds } : {}),
      }}
      ready={userName !== ""}
      done={({ accessKey }) => `Access key ${accessKey.accessKeyId} is created.`}
      onDone={onCreated}
      onClose={onClose}
    >
      <FormField label="Name" description="Who or what will use it; it stands in the log of what was done.">
        <Input value={userName} onChange={({ detail }) => setUserName(detail.value)} />
      </FormField>
      <FormField label="Role">
        <Select
          options={roles.map(({ value }) => option(value))}
          selectedOption={option(role)}
          onChange={({ detail }) => setRole(detail.selectedOption.value ?? role)}
        />
      </FormField>
      <FormField label="Regions" description="None chosen: every region.">
        <Multiselect
          options={regions.map(value => ({ value, label: value }))}
          selectedOptions={chosen.map(value => ({ value, label: value }))}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value }) => value ?? ""))}
          placeholder="Every region"
        />
      </FormField>
      <FormField label="Expires">
        <Select
          options={terms}
          selectedOption={terms.find(({ value }) => value === days) ?? null}
          onChange={({ detail }) => setDays(detail.selectedOption.value ?? "")}
        />
      </FormField>
    </ActionModal>
  );
}
