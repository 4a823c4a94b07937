// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useOperation } from "../../api/operation";
import { useScope } from "../../session/scope";
import { useSession } from "../../session/session";
import { CopyText } from "../../ui/CopyText";
import { Facts } from "../../ui/Facts";
import { ProblemAlert } from "../../ui/ProblemAlert";

/** Where devices and programs reach the server. */
export function EndpointsTab() {
  const { mqttHost, mqttPort } = useSession();
  const { region } = useScope();
  const endpoint = useOperation<{ endpointAddress: string }>("iot", "DescribeEndpoint", {
    endpointType: "iot:Data-ATS",
  });
  if (endpoint.error && !endpoint.data) {
    return <ProblemAlert problem={endpoint.error} retry={() => endpoint.refetch()} />;
  }
  if (!endpoint.data) return <StatusIndicator type="loading">Loading endpoints</StatusIndicator>;
  const { host, origin } = window.location;
  return (
    <SpaceBetween size="l">
      <Facts
        title="Endpoints"
        facts={[
          {
            label: "MQTT of devices",
            value: mqttHost ? (
              <CopyText text={`${mqttHost}:${mqttPort}`} what="Endpoint" />
            ) : (
              <CopyText text={endpoint.data.endpointAddress} what="Endpoint" />
            ),
          },
          {
            label: "Told by DescribeEndpoint",
            value: <CopyText text={endpoint.data.endpointAddress} what="Endpoint" />,
          },
          { label: "API", value: <CopyText text={origin} what="Endpoint" /> },
          { label: "MQTT over WebSocket", value: <CopyText text={`wss://${host}/mqtt`} what="Endpoint" /> },
          { label: "Region", value: region },
        ]}
      />
      <Container
        header={
          <Header variant="h2" description="The aws CLI and SDKs work unchanged once they know the endpoint.">
            Your own tools
          </Header>
        }
      >
        <pre className="code">{'eval "$(./fleetward env)"\naws iot list-things'}</pre>
      </Container>
    </SpaceBetween>
  );
}
