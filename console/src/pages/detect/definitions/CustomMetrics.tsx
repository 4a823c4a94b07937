// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";

const types = [
  { value: "number", label: "Number" },
  { value: "number-list", label: "List of numbers" },
  { value: "string-list", label: "List of words" },
  { value: "ip-address-list", label: "List of IP addresses" },
];

export function CustomMetrics() {
  const names = useList<string>("iot", "ListCustomMetrics", "metricNames");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  return (
    <>
      <ResourceTable<string>
        title="Custom metrics"
        name="metrics"
        query={names}
        selection="single"
        idOf={name => name}
        columns={[{ id: "name", header: "Name", cell: name => name, text: name => name }]}
        empty={<Empty title="No custom metrics">Devices report them beside the others, by their name.</Empty>}
        actions={selected => (
          <>
            <Button disabled={selected.length === 0} onClick={() => setDeleting(selected[0])}>
              Delete
            </Button>
            <Button onClick={() => setCreating(true)}>Create custom metric</Button>
          </>
        )}
      />
      {creating && <Create onClose={() => setCreating(false)} />}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting}`}
          action="Delete"
          service="iot"
          operation="DeleteCustomMetric"
          input={{ metricName: deleting }}
          done={() => `Custom metric ${deleting} is deleted.`}
          onClose={() => setDeleting(undefined)}
        >
          Security profiles must not use it any more.
        </ActionModal>
      )}
    </>
  );
}

function Create({ onClose }: { onClose: () => void }) {
  const [metricName, setName] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [type, setType] = useState("number");
  const [clientRequestToken] = useState(() => crypto.randomUUID());
  return (
    <ActionModal
      title="Create custom metric"
      action="Create"
      service="iot"
      operation="CreateCustomMetric"
      input={{ metricName, metricType: type, displayName: displayName || undefined, clientRequestToken }}
      ready={metricName !== ""}
      done={() => `Custom metric ${metricName} is created.`}
      onClose={onClose}
    >
      <FormField label="Name" description="As devices report it.">
        <Input value={metricName} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="Display name">
        <Input value={displayName} onChange={({ detail }) => setDisplayName(detail.value)} />
      </FormField>
      <FormField label="Type">
        <Select
          options={types}
          selectedOption={types.find(({ value }) => value === type) ?? null}
          onChange={({ detail }) => setType(detail.selectedOption.value ?? "number")}
        />
      </FormField>
    </ActionModal>
  );
}
