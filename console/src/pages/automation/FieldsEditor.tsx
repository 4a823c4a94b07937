// SPDX-License-Identifier: Apache-2.0
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useSession } from "../../session/session";
import { Choice, Percent } from "../findings/change/fields";
import type { FieldsUpdate } from "./types";

/** Whether the update changes anything, and with values that may be. */
export function isUsable(update: FieldsUpdate): boolean {
  const isPercent = (value: number | undefined) =>
    value === undefined || (Number.isInteger(value) && value >= 0 && value <= 100);
  return (
    Object.values(update).some(value => value !== undefined) &&
    isPercent(update.Confidence) &&
    isPercent(update.Criticality)
  );
}

/** What a rule changes of findings; what is left empty stays as it is. */
export function FieldsEditor({
  update,
  onChange,
}: {
  update: FieldsUpdate;
  onChange: (update: FieldsUpdate) => void;
}) {
  const { user } = useSession();
  const set = (part: Partial<FieldsUpdate>) => {
    const next = { ...update, ...part };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)));
  };
  const fields = Object.entries(update.UserDefinedFields ?? {}).map(([key, value]) => ({ key, value }));
  const setFields = (items: { key: string; value: string }[]) =>
    set({
      UserDefinedFields:
        items.length === 0 ? undefined : Object.fromEntries(items.map(({ key, value }) => [key, value])),
    });
  const number = (text: string) => (text === "" ? undefined : Number(text));
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={3}>
        <Choice
          label="Workflow status"
          of="WorkflowStatus"
          value={update.Workflow?.Status}
          set={status => set({ Workflow: status ? { Status: status } : undefined })}
        />
        <Choice
          label="Severity"
          of="SeverityLabel"
          value={update.Severity?.Label}
          set={label => set({ Severity: label ? { Label: label } : undefined })}
        />
        <Choice
          label="Verification"
          of="VerificationState"
          value={update.VerificationState}
          set={VerificationState => set({ VerificationState })}
        />
        <Percent
          label="Confidence"
          value={`${update.Confidence ?? ""}`}
          set={text => set({ Confidence: number(text) })}
        />
        <Percent
          label="Criticality"
          value={`${update.Criticality ?? ""}`}
          set={text => set({ Criticality: number(text) })}
        />
        <FormField label="Types" constraintText="Separated by commas.">
          <Input
            value={update.Types?.join(",") ?? ""}
            placeholder="Stays as it is"
            onChange={({ detail }) =>
              set({ Types: detail.value === "" ? undefined : detail.value.split(",") })
            }
          />
        </FormField>
      </ColumnLayout>
      <FormField label="Note">
        <Textarea
          rows={2}
          value={update.Note?.Text ?? ""}
          placeholder="Stays as it is"
          onChange={({ detail }) =>
            set({
              Note: detail.value === "" ? undefined : { Text: detail.value.slice(0, 512), UpdatedBy: user },
            })
          }
        />
      </FormField>
      <FormField label="User-defined fields" description="Given ones replace all that are there.">
        <AttributeEditor
          items={fields}
          addButtonText="Add field"
          removeButtonText="Remove"
          empty="They stay as they are."
          disableAddButton={fields.some(({ key }) => key === "")}
          onAddButtonClick={() => setFields([...fields, { key: "", value: "" }])}
          onRemoveButtonClick={({ detail }) =>
            setFields(fields.filter((_, place) => place !== detail.itemIndex))
          }
          definition={[
            {
              label: "Key",
              control: (item, place) => (
                <Input
                  value={item.key}
                  onChange={({ detail }) => setFields(fields.with(place, { ...item, key: detail.value }))}
                />
              ),
            },
            {
              label: "Value",
              control: (item, place) => (
                <Input
                  value={item.value}
                  onChange={({ detail }) => setFields(fields.with(place, { ...item, value: detail.value }))}
                />
              ),
            },
          ]}
        />
      </FormField>
    </SpaceBetween>
  );
}
