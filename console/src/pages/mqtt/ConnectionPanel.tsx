// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useUrlState } from "../../ui/urlState";
import type { ConnectionState } from "./types";
import type { useMqtt } from "./useMqtt";

const states: Record<ConnectionState, { type: StatusIndicatorProps.Type; text: string }> = {
  off: { type: "stopped", text: "Not connected" },
  connecting: { type: "loading", text: "Connecting" },
  on: { type: "success", text: "Connected" },
  failed: { type: "error", text: "Connection ended" },
};

/** Opens and closes the connection under a client id. */
export function ConnectionPanel({ client }: { client: ReturnType<typeof useMqtt> }) {
  const [given, setGiven] = useUrlState("client");
  const [random] = useState(() => `console-${Math.random().toString(36).slice(2, 8)}`);
  const clientId = given ?? random;
  const { type, text } = states[client.state];
  const open = client.state === "on" || client.state === "connecting";
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            open ? (
              <Button onClick={client.close}>Disconnect</Button>
            ) : (
              <Button variant="primary" onClick={() => void client.open(clientId)}>
                Connect
              </Button>
            )
          }
        >
          Connection
        </Header>
      }
    >
      <FormField
        label="Client id"
        description="MQTT 5 over WebSocket. Detect and the audit know the client by this name."
        secondaryControl={<StatusIndicator type={type}>{text}</StatusIndicator>}
      >
        <Input value={clientId} onChange={({ detail }) => setGiven(detail.value)} disabled={open} />
      </FormField>
    </Container>
  );
}
