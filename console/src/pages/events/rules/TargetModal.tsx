// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useScope } from "../../../session/scope";
import { ActionModal } from "../../../ui/ActionModal";
import { targetKinds } from "../targets";
import { type FailedEntries, mustBeTaken, type Target } from "../types";
import { TargetFields } from "./TargetFields";
import { draftOf, faultsOf, membersOf } from "./targetDraft";
import { useTargetNames } from "./useTargetNames";

const kinds = targetKinds.map(({ value, label, description }) => ({ value, label, description }));

interface TargetModalProps {
  where: { Rule: string; EventBusName: string };
  known: readonly Target[];
  /** The target to change; none: a new one. */
  target?: Target;
  onClose: () => void;
}

/** Gives a rule one more target, or changes where one leads and what is sent. */
export function TargetModal({ where, known, target, onClose }: TargetModalProps) {
  const { account, region } = useScope();
  const [kind, setKind] = useState(() =>
    target ? (targetKinds.find(({ is }) => is.test(target.Arn))?.value ?? "") : "sns",
  );
  const [name, setName] = useState("");
  const [id, setId] = useState(() => target?.Id ?? freeId(known));
  const [draft, setDraft] = useState(() => draftOf(target));
  const [isMoved, setMoved] = useState(target === undefined);
  const chosen = targetKinds.find(({ value }) => value === kind);
  const names = useTargetNames(isMoved ? kind : "");
  const isTaken = !target && known.some(one => one.Id === id.trim());
  const arn = isMoved ? (chosen?.arn(region, account, name.trim()) ?? "") : (target?.Arn ?? "");
  const faults = faultsOf(draft);
  return (
    <ActionModal<FailedEntries>
      title={target ? `Edit ${target.Id}` : "Add target"}
      action={target ? "Save" : "Add"}
      service="events"
      operation="PutTargets"
      input={{ ...where, Targets: [{ ...target, Id: id.trim(), Arn: arn, ...membersOf(draft) }] }}
      ready={
        (!isMoved || name.trim() !== "") && id.trim() !== "" && !isTaken && Object.keys(faults).length === 0
      }
      accept={mustBeTaken}
      done={() => `${target ? "Saved" : "Added"} the target ${id.trim()}. Test it now.`}
      onClose={onClose}
    >
      {target && (
        <FormField label="Leads to">
          <Select
            selectedOption={
              isMoved ? { value: "other", label: "Another place" } : { value: "same", label: target.Arn }
            }
            options={[
              { value: "same", label: target.Arn },
              { value: "other", label: "Another place" },
            ]}
            onChange={({ detail }) => setMoved(detail.selectedOption.value === "other")}
          />
        </FormField>
      )}
      {isMoved && (
        <SpaceBetween size="m">
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
        </SpaceBetween>
      )}
      {!target && (
        <FormField
          label="ID of the target"
          errorText={isTaken ? "The rule has a target of this ID." : undefined}
        >
          <Input value={id} onChange={({ detail }) => setId(detail.value)} />
        </FormField>
      )}
      <TargetFields draft={draft} faults={faults} onChange={setDraft} />
    </ActionModal>
  );
}

function freeId(known: readonly Target[]): string {
  const taken = new Set(known.map(({ Id }) => Id));
  let number = 1;
  while (taken.has(`target-${number}`)) number++;
  return `target-${number}`;
}
