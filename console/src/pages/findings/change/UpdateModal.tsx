// SPDX-License-Identifier: Apache-2.0
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useSession } from "../../../session/session";
import { ActionModal } from "../../../ui/ActionModal";
import { type BatchUpdateAnswer, type Finding, identifierOf } from "../types";
import { Choice, isPercent, Percent } from "./fields";
import { counted, told } from "./told";

interface Changed {
  status?: string;
  severity?: string;
  verification?: string;
  confidence: string;
  criticality: string;
  note: string;
  fields?: { key: string; value: string }[];
}

/** Changes fields of the findings selected; what is left empty stays as it is. */
export function UpdateModal({
  selected,
  onClose,
  onDone,
}: {
  selected: readonly Finding[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { user } = useSession();
  const [changed, setChanged] = useState<Changed>({ confidence: "", criticality: "", note: "" });
  const set = (part: Partial<Changed>) => setChanged(now => ({ ...now, ...part }));
  const changes = changesOf(changed, user);
  const fields = changed.fields ?? [];
  return (
    <ActionModal<BatchUpdateAnswer>
      title={`Change ${counted(selected.length)}`}
      action="Change"
      service="securityhub"
      operation="BatchUpdateFindings"
      input={{ FindingIdentifiers: selected.map(identifierOf), ...changes }}
      ready={
        Object.keys(changes).length > 0 && isPercent(changed.confidence) && isPercent(changed.criticality)
      }
      done={told}
      onDone={onDone}
      onClose={onClose}
    >
      <ColumnLayout columns={2}>
        <Choice
          label="Workflow status"
          of="WorkflowStatus"
          value={changed.status}
          set={status => set({ status })}
        />
        <Choice
          label="Severity"
          of="SeverityLabel"
          value={changed.severity}
          set={severity => set({ severity })}
        />
        <Choice
          label="Verification"
          of="VerificationState"
          value={changed.verification}
          set={verification => set({ verification })}
        />
        <div />
        <Percent label="Confidence" value={changed.confidence} set={confidence => set({ confidence })} />
        <Percent label="Criticality" value={changed.criticality} set={criticality => set({ criticality })} />
      </ColumnLayout>
      <FormField label="Note" constraintText="Up to 512 characters; replaces the note that is there.">
        <Textarea
          value={changed.note}
          rows={2}
          onChange={({ detail }) => set({ note: detail.value.slice(0, 512) })}
          placeholder="Stays as it is"
        />
      </FormField>
      <FormField label="User-defined fields" description="Given ones replace all that are there.">
        <AttributeEditor
          items={fields}
          addButtonText="Add field"
          removeButtonText="Remove"
          empty="They stay as they are."
          onAddButtonClick={() => set({ fields: [...fields, { key: "", value: "" }] })}
          onRemoveButtonClick={({ detail }) => {
            const left = fields.filter((_, place) => place !== detail.itemIndex);
            set({ fields: left.length === 0 ? undefined : left });
          }}
          definition={[
            {
              label: "Key",
              control: (item, place) => (
                <Input
                  value={item.key}
                  onChange={({ detail }) =>
                    set({ fields: fields.with(place, { ...item, key: detail.value }) })
                  }
                />
              ),
            },
            {
              label: "Value",
              control: (item, place) => (
                <Input
                  value={item.value}
                  onChange={({ detail }) =>
                    set({ fields: fields.with(place, { ...item, value: detail.value }) })
                  }
                />
              ),
            },
          ]}
        />
      </FormField>
    </ActionModal>
  );
}

function changesOf(changed: Changed, user: string): Record<string, unknown> {
  const { status, severity, verification, confidence, criticality, note, fields } = changed;
  return {
    ...(status && { Workflow: { Status: status } }),
    ...(severity && { Severity: { Label: severity } }),
    ...(verification && { VerificationState: verification }),
    ...(confidence !== "" && { Confidence: Number(confidence) }),
    ...(criticality !== "" && { Criticality: Number(criticality) }),
    ...(note !== "" && { Note: { Text: note, UpdatedBy: user } }),
    ...(fields && { UserDefinedFields: Object.fromEntries(fields.map(({ key, value }) => [key, value])) }),
  };
}
