// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../../ui/Page";
import { ConnectionsTable } from "./ConnectionsTable";

/** The connections of all clients. */
export function ConnectionsPage() {
  return (
    <Page title="Connections" headless help={help}>
      <ConnectionsTable wholePage />
    </Page>
  );
}

const help = (
  <p>
    Each row is one connection of a client, kept for 31 days. The reason says who ended it: the client itself,
    the network, another client of the same id, a policy, or the server.
  </p>
);
