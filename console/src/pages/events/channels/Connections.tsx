// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { busToken } from "../types";
import { ConnectionModal } from "./ConnectionModal";
import { authorizationText } from "./credentials";
import type { Connection } from "./types";

/** How this server proves to web servers who it is. */
export function Connections() {
  const query = useList<Connection>("events", "ListConnections", "Connections", {}, { token: busToken });
  const [editing, setEditing] = useState<Connection | "new">();
  const [deleting, setDeleting] = useState<Connection>();
  return (
    <>
      <ResourceTable<Connection>
        title="Connections"
        name="connections"
        query={query}
        idOf={({ Name }) => Name}
        selection="single"
        actions={([connection]) => (
          <>
            <Button disabled={!connection} onClick={() => setDeleting(connection)}>
              Delete
            </Button>
            <Button disabled={!connection} onClick={() => setEditing(connection)}>
              Change credentials
            </Button>
            <Button variant="primary" onClick={() => setEditing("new")}>
              Create connection
            </Button>
          </>
        )}
        empty={
          <Empty title="No connections">
            A connection holds the user, the key or the client by which a web server knows this server.
          </Empty>
        }
        columns={[
          { id: "name", header: "Name", cell: one => one.Name, text: one => one.Name },
          {
            id: "type",
            header: "Proves itself by",
            cell: one => authorizationText(one.AuthorizationType),
            text: one => authorizationText(one.AuthorizationType),
          },
          {
            id: "state",
            header: "Status",
            cell: one => (
              <StatusIndicator type={one.ConnectionState === "AUTHORIZED" ? "success" : "pending"}>
                {one.ConnectionState === "AUTHORIZED" ? "Ready" : (one.StateReason ?? one.ConnectionState)}
              </StatusIndicator>
            ),
            text: one => one.ConnectionState,
          },
          {
            id: "created",
            header: "Created",
            cell: one => <Time at={one.CreationTime} />,
            text: one => one.CreationTime,
          },
        ]}
      />
      {editing && (
        <ConnectionModal
          connection={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting.Name}`}
          action="Delete"
          service="events"
          operation="DeleteConnection"
          input={{ Name: deleting.Name }}
          done={() => `Deleted the connection ${deleting.Name}.`}
          onClose={() => setDeleting(undefined)}
        >
          Web servers that use it are sent nothing any more.
        </ActionModal>
      )}
    </>
  );
}
