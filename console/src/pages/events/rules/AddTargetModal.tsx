// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useScope } from "../../../session/scope";
import { ActionModal } from "../../../ui/ActionModal";
import { targetKinds } from "../targets";
import { type FailedEntries, mustBeTaken, type Target } from "../types";
import { useTargetNames } from "./useTargetNames";

const kinds = targetKinds.map(({ value, label, description }) => ({ value, label, description }));

/** Gives a rule one more target. */
export function AddTargetModal({
  where,
  known,
  onClose,
}: {
  where: { Rule: string; EventBusName: string };
  known: readonly Target[];
  onClose: () => void;
}) {
  const { account, region } = useScope();
  const [kind, setKind] = useState("sns");
  const [name, setName] = useState("");
  const [id, setId] = useState(() => freeId(known));
  const [fixed, setFixed] = useState("");
  const chosen = targetKinds.find(({ value }) => value === kind);
  const names = useTargetNames(kind);
  const isTaken = known.some(target => target.Id === id.trim());
  const arn = chosen?.arn(region, account, name.trim()) ?? "";
  return (
    <ActionModal<FailedEntries>
      title="Add target"
      action="Add"
      service="events"
      operation="PutTargets"
      input={{ ...where, Targets: [{ Id: id.trim(), Arn: arn, Input: fixed.trim() || undefined }] }}
      ready={name.trim() !== "" && id.trim() !== "" && !isTaken}
      accept={mustBeTaken}
      done={() => `Added the target ${id.trim()}. Test it now.`}
      onClose={onClose}
    >
      <FormField label="Kind">
        <Select
          selectedOption={kinds.find(({ value }) => value === kind) ?? null}
          options={kinds}
          onChange={({ detail }) => {
            setKind(detail.selectedOption.value ?? kind);
            setName("");
          }}
        />
      </FormField>
      <FormField label={chosen?.what}>
        {names.length > 0 ? (
          <Select
            filteringType="auto"
            selectedOption={names.find(({ value }) => value === name) ?? null}
            options={names}
            placeholder="Choose one"
            onChange={({ detail }) => setName(detail.selectedOption.value ?? "")}
          />
        ) : (
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        )}
      </FormField>
      <FormField
        label="ID of the target"
        errorText={isTaken ? "The rule has a target of this ID." : undefined}
      >
        <Input value={id} onChange={({ detail }) => setId(detail.value)} />
      </FormField>
      <FormField
        label="Fixed text in place of the event"
        constraintText="JSON. Empty: the event is sent as it is."
      >
        <Textarea value={fixed} rows={2} onChange={({ detail }) => setFixed(detail.value)} />
      </FormField>
    </ActionModal>
  );
}

function freeId(known: readonly Target[]): string {
  const taken = new Set(known.map(({ Id }) => Id));
  let number = 1;
  while (taken.has(`target-${number}`)) number++;
  return `target-${number}`;
}
