// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { thingPath } from "../words";

/** The things of a group; those of a dynamic one follow its query alone. */
export function GroupThings({ name, isDynamic }: { name: string; isDynamic: boolean }) {
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<string>();
  const [thingName, setThing] = useState("");
  const things = useList<string>(
    "iot",
    "ListThingsInThingGroup",
    "things",
    { thingGroupName: name, maxResults: 250 },
    { live: ["registry"] },
  );
  return (
    <>
      <ResourceTable<string>
        title="Things"
        name="group-things"
        query={things}
        idOf={thing => thing}
        selection={isDynamic ? undefined : "single"}
        actions={([chosen]) =>
          isDynamic ? null : (
            <>
              <Button disabled={!chosen} onClick={() => setRemoving(chosen)}>
                Remove
              </Button>
              <Button onClick={() => setAdding(true)}>Add thing</Button>
            </>
          )
        }
        columns={[
          {
            id: "name",
            header: "Name",
            cell: thing => <Link to={thingPath(thing)}>{thing}</Link>,
            text: thing => thing,
          },
        ]}
        empty={
          <Empty title="No things">
            {isDynamic
              ? "The query finds no thing."
              : "Add things that share policies and security profiles."}
          </Empty>
        }
      />
      {adding && (
        <ActionModal
          title={`Add a thing to ${name}`}
          action="Add"
          service="iot"
          operation="AddThingToThingGroup"
          input={{ thingGroupName: name, thingName }}
          ready={thingName !== ""}
          done={() => `${thingName} is in ${name}.`}
          onClose={() => setAdding(false)}
        >
          <FormField label="Thing">
            <Input value={thingName} onChange={({ detail }) => setThing(detail.value)} autoFocus />
          </FormField>
        </ActionModal>
      )}
      {removing && (
        <ActionModal
          title={`Remove ${removing}`}
          action="Remove"
          service="iot"
          operation="RemoveThingFromThingGroup"
          input={{ thingGroupName: name, thingName: removing }}
          done={() => `${removing} is no longer in ${name}.`}
          onClose={() => setRemoving(undefined)}
        >
          What held for it by the group holds no longer.
        </ActionModal>
      )}
    </>
  );
}
