// SPDX-License-Identifier: Apache-2.0
import Select from "@cloudscape-design/components/select";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Toggle from "@cloudscape-design/components/toggle";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { useUrlState } from "../../../ui/urlState";
import { useRecent } from "../../../ui/useRecent";
import type { ClientConnection } from "../types";
import { thingPath } from "../words";
import { reasonText } from "./reasons";

const spans = [
  { value: "0.05", label: "Last hour" },
  { value: "1", label: "Last day" },
  { value: "7", label: "Last week" },
  { value: "31", label: "Last month" },
];

/** Who is connected, who was, and why each connection ended. */
export function ConnectionsTable({
  clientId,
  wholePage = false,
}: {
  clientId?: string;
  wholePage?: boolean;
}) {
  const [days, setDays] = useUrlState("days");
  const [connectedOnly, setConnectedOnly] = useUrlState("connected");
  const span = useRecent(Number(days ?? "1"));
  const connections = useList<ClientConnection>(
    "fleetward",
    "ListConnections",
    "connections",
    { ...span, clientId, ...(connectedOnly ? { connectedOnly: true } : {}) },
    { live: ["connection"] },
  );
  return (
    <ResourceTable<ClientConnection>
      title="Connections"
      name="connections"
      headingLevel={wholePage ? "h1" : "h2"}
      variant={wholePage ? "full-page" : "container"}
      info={wholePage}
      description="Newest first."
      query={connections}
      idOf={one => `${one.clientId} ${one.principalId} ${one.connectedAt}`}
      actions={() => (
        <>
          <Toggle
            checked={connectedOnly !== undefined}
            onChange={({ detail }) => setConnectedOnly(detail.checked ? "true" : undefined)}
          >
            Connected now
          </Toggle>
          <Select
            options={spans}
            selectedOption={spans.find(({ value }) => value === (days ?? "1")) ?? null}
            onChange={({ detail }) => setDays(detail.selectedOption.value)}
            ariaLabel="Time"
          />
        </>
      )}
      columns={[
        {
          id: "client",
          header: "Client ID",
          cell: one => <Link to={thingPath(one.clientId)}>{one.clientId}</Link>,
          text: one => one.clientId,
        },
        {
          id: "state",
          header: "State",
          cell: one => (
            <StatusIndicator type={one.disconnectedAt === undefined ? "success" : "stopped"}>
              {one.disconnectedAt === undefined ? "Connected" : reasonText(one.disconnectReason)}
            </StatusIndicator>
          ),
          text: one => (one.disconnectedAt === undefined ? "Connected" : reasonText(one.disconnectReason)),
        },
        {
          id: "from",
          header: "Connected",
          cell: one => <Time at={one.connectedAt} />,
          text: one => one.connectedAt,
        },
        {
          id: "to",
          header: "Disconnected",
          cell: one => <Time at={one.disconnectedAt} />,
          text: one => one.disconnectedAt,
        },
        { id: "ip", header: "Address", cell: one => one.sourceIp, text: one => one.sourceIp },
        {
          id: "principal",
          header: "Certificate or user",
          cell: one => <span className="id">{one.principalId}</span>,
          text: one => one.principalId,
          hidden: true,
        },
      ]}
      empty={
        <Empty title="No connections">
          A device appears here when it connects to the broker with a certificate that may connect.
        </Empty>
      }
    />
  );
}
