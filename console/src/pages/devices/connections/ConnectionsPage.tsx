// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { type LiveEvent, useLiveEvents } from "../../../api/live";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { thingPath } from "../words";

const kept = 500;

/** Who connects and who leaves, as it happens. */
export function ConnectionsPage() {
  const [events, setEvents] = useState<readonly LiveEvent[]>([]);
  const [paused, setPaused] = useState(false);
  useLiveEvents("connection", event => {
    if (!paused) setEvents(now => [event, ...now].slice(0, kept));
  });
  return (
    <Page title="Connections" headless help={help}>
      <ResourceTable<LiveEvent>
        title="Connections"
        name="connections"
        headingLevel="h1"
        variant="full-page"
        info
        description={
          paused
            ? "Paused: what happens now is not shown."
            : `The last ${kept} changes since this page was opened.`
        }
        query={{
          data: { items: [...events], complete: true },
          error: null,
          isPending: false,
          refetch: () => {},
        }}
        idOf={event => `${event.at} ${event.id} ${event.change}`}
        actions={() => (
          <>
            <Button onClick={() => setEvents([])}>Clear</Button>
            <Button onClick={() => setPaused(!paused)}>{paused ? "Go on" : "Pause"}</Button>
          </>
        )}
        columns={[
          {
            id: "at",
            header: "Time",
            width: 200,
            cell: event => <Time at={event.at} />,
            text: event => event.at,
          },
          {
            id: "client",
            header: "Client id",
            cell: event => <Link to={thingPath(event.id)}>{event.id}</Link>,
            text: event => event.id,
          },
          {
            id: "change",
            header: "What happened",
            cell: event => (
              <StatusIndicator type={event.change === "connected" ? "success" : "stopped"}>
                {event.change}
              </StatusIndicator>
            ),
            text: event => event.change,
          },
        ]}
        empty={
          <Empty title="Nothing happened yet">
            Each client that connects or leaves is listed here while the page is open. Past connections are in
            the details of audit findings about client ids and shared certificates.
          </Empty>
        }
      />
    </Page>
  );
}

const help = (
  <>
    <p>
      A client is a device, or whoever else speaks MQTT to the server. Its client id is the name of its thing.
    </p>
    <p>
      A client that connects under the id of another one ends the other's connection. The audit finds client
      ids that several devices fight for.
    </p>
  </>
);
