// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { busToken } from "../types";
import { type Connection, type Destination, isName, nameRule } from "./types";

const methods = ["POST", "PUT", "PATCH", "GET", "HEAD", "OPTIONS", "DELETE"].map(value => ({
  value,
  label: value,
}));

/** Adds a web server, or changes one. */
export function DestinationModal({
  destination,
  onClose,
}: {
  destination?: Destination;
  onClose: () => void;
}) {
  const connections = useList<Connection>(
    "events",
    "ListConnections",
    "Connections",
    {},
    { token: busToken },
  );
  const [name, setName] = useState(destination?.Name ?? "");
  const [connection, setConnection] = useState(destination?.ConnectionArn ?? "");
  const [endpoint, setEndpoint] = useState(destination?.InvocationEndpoint ?? "");
  const [method, setMethod] = useState(destination?.HttpMethod ?? "POST");
  const [rate, setRate] = useState(`${destination?.InvocationRateLimitPerSecond ?? ""}`);
  const options = (connections.data?.items ?? []).map(({ ConnectionArn, Name }) => ({
    value: ConnectionArn,
    label: Name,
  }));
  return (
    <ActionModal
      title={destination ? `Edit ${destination.Name}` : "Add web server"}
      action={destination ? "Save" : "Add"}
      service="events"
      operation={destination ? "UpdateApiDestination" : "CreateApiDestination"}
      input={{
        Name: name,
        ConnectionArn: connection,
        InvocationEndpoint: endpoint.trim(),
        HttpMethod: method,
        InvocationRateLimitPerSecond: rate === "" ? undefined : Number(rate),
      }}
      ready={isName(name) && connection !== "" && endpoint.trim() !== "" && /^\d*$/.test(rate)}
      done={() => `${destination ? "Saved" : "Added"} the web server ${name}.`}
      onClose={onClose}
    >
      {!destination && (
        <FormField label="Name" errorText={name === "" || isName(name) ? undefined : nameRule}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
      )}
      <FormField
        label="Address"
        constraintText="https:// and a path; * stands for a value that the target of a rule gives."
      >
        <Input
          value={endpoint}
          placeholder="https://soar.example.com/events"
          onChange={({ detail }) => setEndpoint(detail.value)}
        />
      </FormField>
      <FormField label="Method">
        <Select
          options={methods}
          selectedOption={methods.find(({ value }) => value === method) ?? null}
          onChange={({ detail }) => setMethod(detail.selectedOption.value ?? method)}
        />
      </FormField>
      <FormField label="Connection" description="How this server proves who it is.">
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === connection) ?? null}
          placeholder="Choose one"
          empty="No connections: create one first."
          onChange={({ detail }) => setConnection(detail.selectedOption.value ?? connection)}
        />
      </FormField>
      <FormField
        label="Events per second, at most"
        constraintText="Empty: 300"
        errorText={/^\d*$/.test(rate) ? undefined : "A whole number."}
      >
        <Input value={rate} inputMode="numeric" onChange={({ detail }) => setRate(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
