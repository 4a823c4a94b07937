// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useList } from "../../api/operation";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useRecent } from "../../ui/useRecent";
import type { ClientConnection } from "../devices/types";
import { counted } from "./counted";

/** Connections are kept for so many days. */
const days = 31;
const countedAtMost = 1000;

/** How many devices are connected now, of how many there are. */
export function DevicesCard() {
  const span = useRecent(days);
  const things = useList<unknown>(
    "iot",
    "ListThings",
    "things",
    { maxResults: 250 },
    { live: ["registry"], atMost: countedAtMost },
  );
  const connections = useList<ClientConnection>(
    "fleetward",
    "ListConnections",
    "connections",
    { ...span, connectedOnly: true, maxResults: 250 },
    { live: ["connection"], atMost: countedAtMost },
  );
  const problem = (!things.data && things.error) || (!connections.data && connections.error);
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link to="/devices">All devices</Link>}>
          Devices
        </Header>
      }
    >
      {problem ? (
        <ProblemAlert
          problem={problem}
          retry={() => void Promise.all([things.refetch(), connections.refetch()])}
        />
      ) : (
        <KeyValuePairs
          columns={2}
          items={[
            {
              label: "Connected clients",
              value: (
                <Link to="/connections?connected=true" fontSize="display-l">
                  {counted(connections.data)}
                </Link>
              ),
            },
            {
              label: "Things in the registry",
              value: <Box fontSize="display-l">{counted(things.data)}</Box>,
            },
          ]}
        />
      )}
    </Container>
  );
}
