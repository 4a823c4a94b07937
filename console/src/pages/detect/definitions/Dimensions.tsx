// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";

export function Dimensions() {
  const names = useList<string>("iot", "ListDimensions", "dimensionNames");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  return (
    <>
      <ResourceTable<string>
        title="Dimensions"
        name="dimensions"
        query={names}
        selection="single"
        idOf={name => name}
        columns={[{ id: "name", header: "Name", cell: name => name, text: name => name }]}
        empty={<Empty title="No dimensions">A dimension is a set of topic filters.</Empty>}
        actions={selected => (
          <>
            <Button disabled={selected.length === 0} onClick={() => setDeleting(selected[0])}>
              Delete
            </Button>
            <Button onClick={() => setCreating(true)}>Create dimension</Button>
          </>
        )}
      />
      {creating && <Create onClose={() => setCreating(false)} />}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting}`}
          action="Delete"
          service="iot"
          operation="DeleteDimension"
          input={{ name: deleting }}
          done={() => `Dimension ${deleting} is deleted.`}
          onClose={() => setDeleting(undefined)}
        >
          Security profiles must not use it any more.
        </ActionModal>
      )}
    </>
  );
}

function Create({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [topics, setTopics] = useState("");
  const [clientRequestToken] = useState(() => crypto.randomUUID());
  const stringValues = topics.split(/\s+/).filter(topic => topic !== "");
  return (
    <ActionModal
      title="Create dimension"
      action="Create"
      service="iot"
      operation="CreateDimension"
      input={{ name, type: "TOPIC_FILTER", stringValues, clientRequestToken }}
      ready={name !== "" && stringValues.length > 0}
      done={() => `Dimension ${name} is created.`}
      onClose={onClose}
    >
      <FormField label="Name">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="Topic filters" description="One on each line; + and # as in MQTT.">
        <Textarea value={topics} onChange={({ detail }) => setTopics(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
