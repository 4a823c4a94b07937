// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useList } from "../../api/operation";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Time } from "../../ui/Time";
import { alarmPath } from "../detect/alarms/alarmPath";
import type { ActiveViolation } from "../detect/types";

const shown = 3;
const countedAtMost = 250;

/** How many devices are in alarm, and the latest of them. */
export function ActiveAlarmsCard() {
  const alarms = useList<ActiveViolation>(
    "iot",
    "ListActiveViolations",
    "activeViolations",
    {},
    {
      live: ["alarm"],
      atMost: countedAtMost,
    },
  );
  const latest = [...(alarms.data?.items ?? [])]
    .sort((a, b) => (b.violationStartTime ?? 0) - (a.violationStartTime ?? 0))
    .slice(0, shown);
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link to="/detect/alarms">All alarms</Link>}>
          Active alarms
        </Header>
      }
    >
      {alarms.error && !alarms.data ? (
        <ProblemAlert problem={alarms.error} retry={() => alarms.refetch()} />
      ) : (
        <SpaceBetween size="xs">
          <Box fontSize="display-l">
            {alarms.data ? `${alarms.data.items.length}${alarms.data.complete ? "" : "+"}` : "…"}
          </Box>
          {latest.map(alarm => (
            <div key={alarm.violationId}>
              <Link to={alarmPath(alarm)}>{alarm.thingName}</Link> {alarm.behavior.name},{" "}
              <Time at={alarm.violationStartTime} />
            </div>
          ))}
        </SpaceBetween>
      )}
    </Container>
  );
}
