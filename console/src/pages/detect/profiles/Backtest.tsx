// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Table from "@cloudscape-design/components/table";
import { useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { useRecent } from "../../../ui/useRecent";
import type { Behavior } from "../types";
import { valueText } from "../values";
import type { BacktestAnswer, BacktestOutcome } from "./backtestAnswer";

const days = 14;

/** What the profile would have alarmed on in the last two weeks, before it is attached. */
export function Backtest({ name, behaviors }: { name: string; behaviors: readonly Behavior[] }) {
  const span = useRecent(days, { still: true });
  const input = {
    profileDocument: JSON.stringify({ securityProfileName: name, behaviors }),
    ...span,
    falseAlarmRate: 0.001,
  };
  const test = useOperation<BacktestAnswer>("fleetward", "BacktestSecurityProfile", input);
  return (
    <Container
      header={
        <Header
          variant="h3"
          description="What it would have alarmed on in the last two weeks, by the values on record."
        >
          Back-test
        </Header>
      }
    >
      {test.error && <ProblemAlert problem={test.error} retry={() => test.refetch()} />}
      {test.isPending && <Spinner />}
      {test.data && (
        <SpaceBetween size="m">
          {!test.data.complete && <Alert type="info">Only a part of the values was looked at.</Alert>}
          <Box>
            {test.data.valuesCount.toLocaleString("en")} values of{" "}
            {test.data.devicesCount.toLocaleString("en")} devices.
          </Box>
          <Table<BacktestOutcome>
            variant="embedded"
            items={test.data.behaviors}
            columnDefinitions={[
              { id: "name", header: "Behavior", cell: one => one.behaviorName },
              { id: "alarms", header: "Alarms", cell: one => one.alarmsCount },
              { id: "devices", header: "Devices", cell: one => one.devicesCount },
              { id: "rate", header: "Alarms per day", cell: one => one.alarmsPerDay.toFixed(1) },
              { id: "proposed", header: "Suggested value", cell: one => valueText(one.proposedValue) },
            ]}
            empty={<Empty title="Nothing to judge" />}
          />
          {(test.data.alarms?.length ?? 0) > 0 && (
            <Table
              variant="embedded"
              header={<Header variant="h3">First alarms</Header>}
              items={(test.data.alarms ?? []).slice(0, 10)}
              columnDefinitions={[
                { id: "thing", header: "Device", cell: one => one.thingName },
                { id: "behavior", header: "Behavior", cell: one => one.behaviorName },
                { id: "time", header: "Began", cell: one => <Time at={one.startTime} /> },
                { id: "value", header: "Value", cell: one => valueText(one.value) },
              ]}
            />
          )}
        </SpaceBetween>
      )}
    </Container>
  );
}
