// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useList } from "../../api/operation";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useRecent } from "../../ui/useRecent";
import type { AuditTask } from "../audit/types";
import type { ViolationEvent } from "../detect/types";
import type { ClientConnection } from "../devices/types";
import { type Filters, findingsPath } from "../findings/filter/filters";
import { counted } from "./counted";

const countedAtMost = 500;
const newFindings: Filters = { CreatedAt: [{ DateRange: { Value: 1, Unit: "DAYS" } }] };

/** Reasons for which a connection ends when nothing is wrong. */
const harmless: readonly (string | undefined)[] = [
  "CLIENT_INITIATED_DISCONNECT",
  "SERVER_INITIATED_DISCONNECT",
  "API_INITIATED_DISCONNECT",
];

/** What happened in the last 24 hours; each number leads to what it counts. */
export function TodayCard() {
  const span = useRecent(1);
  const findings = useList<unknown>(
    "securityhub",
    "GetFindings",
    "Findings",
    { Filters: newFindings, MaxResults: 100 },
    { live: ["finding"], atMost: 100 },
  );
  const events = useList<ViolationEvent>(
    "iot",
    "ListViolationEvents",
    "violationEvents",
    { ...span, maxResults: 250 },
    { live: ["alarm"], atMost: countedAtMost },
  );
  const audits = useList<AuditTask>("iot", "ListAuditTasks", "tasks", span, {
    live: ["audit"],
    atMost: countedAtMost,
  });
  const connections = useList<ClientConnection>(
    "fleetward",
    "ListConnections",
    "connections",
    { ...span, maxResults: 250 },
    { live: ["connection"], atMost: countedAtMost },
  );
  const problem = [findings, events, audits, connections].find(({ data, error }) => !data && error)?.error;
  const ofType = (type: ViolationEvent["violationEventType"]) =>
    only(events.data, event => event.violationEventType === type);
  const lost = only(
    connections.data,
    one => one.disconnectedAt !== undefined && !harmless.includes(one.disconnectReason),
  );
  const facts = [
    { label: "New findings", to: findingsPath(newFindings), list: findings.data },
    { label: "Alarms raised", to: "/detect/alarms?tab=history", list: ofType("in-alarm") },
    { label: "Alarms cleared", to: "/detect/alarms?tab=history", list: ofType("alarm-cleared") },
    { label: "Audits", to: "/audit/results", list: audits.data },
    { label: "Connections lost", to: "/connections", list: lost },
  ];
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description="In the last 24 hours">
          What changed
        </Header>
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} />
      ) : (
        <KeyValuePairs
          columns={2}
          items={facts.map(({ label, to, list }) => ({
            label,
            value: (
              <Link to={to} fontSize="heading-l">
                {counted(list)}
              </Link>
            ),
          }))}
        />
      )}
    </Container>
  );
}

const only = <Item,>(
  list: { items: Item[]; complete: boolean } | undefined,
  isMeant: (item: Item) => boolean,
) => list && { items: list.items.filter(isMeant), complete: list.complete };
