// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { type Check, useDoctor } from "../doctor";

const indicators = {
  good: "success",
  bad: "error",
  warning: "warning",
  waiting: "loading",
  unknown: "pending",
} as const;

/** What a device needs to connect, step by step, and the first thing that is missing. */
export function DoctorTab({ thingName }: { thingName: string }) {
  const checks = useDoctor(thingName);
  const first = checks.find(({ state }) => state === "bad");
  const settled = checks.every(({ state }) => state !== "waiting");
  return (
    <SpaceBetween size="l">
      {settled &&
        (first ? (
          <Alert type="error" header="The one thing to fix">
            {first.remedy}
          </Alert>
        ) : (
          <Alert type="success">Nothing stands in the way of a connection.</Alert>
        ))}
      <Container
        header={
          <Header
            variant="h2"
            description="Computed from what the server knows; each step needs those above it."
          >
            Checks
          </Header>
        }
      >
        <SpaceBetween size="m">
          {checks.map(check => (
            <Line key={check.name} check={check} />
          ))}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

function Line({ check }: { check: Check }) {
  return (
    <div>
      <StatusIndicator type={indicators[check.state]}>{check.name}</StatusIndicator>
      <Box variant="small" display="block" padding={{ left: "l" }}>
        {check.says}
      </Box>
    </div>
  );
}
