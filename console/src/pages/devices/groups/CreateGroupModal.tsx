// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Link } from "../../../ui/Link";
import { AttributesField } from "../AttributesField";
import type { Group } from "../types";
import { attributesOf, groupPath } from "../words";
import { QueryField } from "./QueryField";

const none = { value: "", label: "No parent" };

export function CreateGroupModal({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState("static");
  const [thingGroupName, setName] = useState("");
  const [description, setDescription] = useState("");
  const [parent, setParent] = useState("");
  const [queryString, setQuery] = useState("");
  const [text, setText] = useState("");
  const isStatic = kind === "static";
  const groups = useList<Group>("iot", "ListThingGroups", "thingGroups");
  const options = [
    none,
    ...(groups.data?.items ?? []).map(({ groupName }) => ({ value: groupName, label: groupName })),
  ];
  const attributes = attributesOf(text);
  const properties = {
    thingGroupDescription: description === "" ? undefined : description,
    attributePayload: attributes && Object.keys(attributes).length > 0 ? { attributes } : undefined,
  };
  const thingGroupProperties =
    properties.thingGroupDescription || properties.attributePayload ? properties : undefined;
  return (
    <ActionModal
      title="Create thing group"
      action="Create group"
      service="iot"
      operation={isStatic ? "CreateThingGroup" : "CreateDynamicThingGroup"}
      input={
        isStatic
          ? {
              thingGroupName,
              parentGroupName: parent === "" ? undefined : parent,
              thingGroupProperties,
            }
          : { thingGroupName, queryString: queryString.trim(), thingGroupProperties }
      }
      ready={thingGroupName !== "" && attributes !== undefined && (isStatic || queryString.trim() !== "")}
      done={() => (
        <>
          Group{" "}
          <Link color="inverted" to={groupPath(thingGroupName)}>
            {thingGroupName}
          </Link>{" "}
          is created.
        </>
      )}
      onClose={onClose}
    >
      <FormField label="Kind">
        <SegmentedControl
          label="Kind"
          selectedId={kind}
          onChange={({ detail }) => setKind(detail.selectedId)}
          options={[
            { id: "static", text: "Static" },
            { id: "dynamic", text: "Dynamic" },
          ]}
        />
      </FormField>
      <FormField label="Name">
        <Input value={thingGroupName} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      {isStatic ? (
        <FormField label="Parent">
          <Select
            selectedOption={options.find(option => option.value === parent) ?? none}
            options={options}
            onChange={({ detail }) => setParent(detail.selectedOption.value ?? "")}
          />
        </FormField>
      ) : (
        <QueryField value={queryString} onChange={setQuery} />
      )}
      <FormField label="Description">
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
      <AttributesField value={text} onChange={setText} />
    </ActionModal>
  );
}
