// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Link } from "../../ui/Link";
import { optionsStatus } from "../../ui/optionsStatus";
import { AttributesField } from "./AttributesField";
import { attributesOf, thingPath } from "./words";

const none = { value: "", label: "No type" };

export function CreateThingModal({ onClose }: { onClose: () => void }) {
  const [thingName, setName] = useState("");
  const [type, setType] = useState("");
  const [text, setText] = useState("");
  const types = useList<{ thingTypeName: string }>("iot", "ListThingTypes", "thingTypes");
  const attributes = attributesOf(text);
  const options = [
    none,
    ...(types.data?.items ?? []).map(({ thingTypeName }) => ({ value: thingTypeName, label: thingTypeName })),
  ];
  const input = {
    thingName,
    thingTypeName: type === "" ? undefined : type,
    attributePayload: attributes && Object.keys(attributes).length > 0 ? { attributes } : undefined,
  };
  return (
    <ActionModal
      title="Create thing"
      action="Create thing"
      service="iot"
      operation="CreateThing"
      input={input}
      ready={thingName !== "" && attributes !== undefined}
      done={() => (
        <>
          Thing{" "}
          <Link color="inverted" to={thingPath(thingName)}>
            {thingName}
          </Link>{" "}
          is created. Attach a certificate so that it may connect.
        </>
      )}
      onClose={onClose}
    >
      <FormField
        label="Name"
        constraintText="Letters, digits and : _ -; a device connects with it as client id."
      >
        <Input value={thingName} onChange={({ detail }) => setName(detail.value)} autoFocus />
      </FormField>
      <FormField label="Type">
        <Select
          selectedOption={options.find(option => option.value === type) ?? none}
          options={options}
          onChange={({ detail }) => setType(detail.selectedOption.value ?? "")}
          {...optionsStatus(types)}
        />
      </FormField>
      <AttributesField value={text} onChange={setText} />
    </ActionModal>
  );
}
