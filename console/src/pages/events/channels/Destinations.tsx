// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { CopyText } from "../../../ui/CopyText";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { nameOf } from "../targets";
import { busToken } from "../types";
import { DestinationModal } from "./DestinationModal";
import type { Destination } from "./types";

/** The web servers that rules may send events to. */
export function Destinations() {
  const query = useList<Destination>(
    "events",
    "ListApiDestinations",
    "ApiDestinations",
    {},
    { token: busToken },
  );
  const [editing, setEditing] = useState<Destination | "new">();
  const [deleting, setDeleting] = useState<Destination>();
  return (
    <>
      <ResourceTable<Destination>
        title="Web servers"
        name="destinations"
        query={query}
        idOf={({ Name }) => Name}
        selection="single"
        actions={([destination]) => (
          <>
            <Button disabled={!destination} onClick={() => setDeleting(destination)}>
              Delete
            </Button>
            <Button disabled={!destination} onClick={() => setEditing(destination)}>
              Edit
            </Button>
            <Button variant="primary" onClick={() => setEditing("new")}>
              Add web server
            </Button>
          </>
        )}
        empty={
          <Empty title="No web servers">
            First create the connection by which this server proves who it is, then add the web server.
          </Empty>
        }
        columns={[
          { id: "name", header: "Name", cell: one => one.Name, text: one => one.Name },
          {
            id: "endpoint",
            header: "Address",
            cell: one => (
              <span className="id">
                {one.HttpMethod} {one.InvocationEndpoint}
              </span>
            ),
            text: one => one.InvocationEndpoint,
          },
          {
            id: "connection",
            header: "Connection",
            cell: one => nameOf(one.ConnectionArn).split("/")[0],
            text: one => one.ConnectionArn,
          },
          {
            id: "rate",
            header: "Events per second",
            cell: one => one.InvocationRateLimitPerSecond ?? "–",
            text: one => one.InvocationRateLimitPerSecond,
          },
          {
            id: "arn",
            header: "ARN",
            cell: one => <CopyText text={one.ApiDestinationArn} />,
            text: one => one.ApiDestinationArn,
            width: 90,
          },
        ]}
      />
      {editing && (
        <DestinationModal
          destination={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting.Name}`}
          action="Delete"
          service="events"
          operation="DeleteApiDestination"
          input={{ Name: deleting.Name }}
          done={() => `Deleted the web server ${deleting.Name}.`}
          onClose={() => setDeleting(undefined)}
        >
          Rules that send to it give their events up.
        </ActionModal>
      )}
    </>
  );
}
