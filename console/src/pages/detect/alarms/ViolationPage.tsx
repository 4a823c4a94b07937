// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useParams } from "react-router";
import { useList, useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { useRecent } from "../../../ui/useRecent";
import { Mitigate } from "../../audit/mitigation/Mitigate";
import { MetricChart } from "../MetricChart";
import { metricTitle } from "../metrics";
import type { Behavior, MetricValue, ViolationEvent } from "../types";
import { behaviorText, numberOf, valueText } from "../values";
import { EventType } from "./AlarmHistory";
import { Verify, verificationText } from "./Verification";

const days = 14;
const marginSeconds = 3600;

interface Evidence {
  explanation?: string;
  value?: MetricValue;
  windowStart?: number;
  windowEnd?: number;
  threshold?: { statistic?: string; value?: number; populationSize?: number };
}

/** Why one device is in alarm: the behavior, the value, its window and threshold, and what happened since. */
export function ViolationPage() {
  const { securityProfileName = "", thingName = "", violationId = "" } = useParams();
  const span = useRecent(days);
  const events = useList<ViolationEvent>(
    "iot",
    "ListViolationEvents",
    "violationEvents",
    { ...span, thingName, securityProfileName },
    { live: ["alarm"] },
  );
  const evidence = useOperation<Evidence>(
    "fleetward",
    "DescribeViolationEvidence",
    { violationId },
    {
      live: ["alarm"],
    },
  );
  const [doing, setDoing] = useState<"verify" | "mitigate">();
  const close = () => setDoing(undefined);
  const own = (events.data?.items ?? [])
    .filter(event => event.violationId === violationId)
    .sort((a, b) => b.violationEventTime - a.violationEventTime);
  const last = own[0];
  return (
    <Page
      title={`${thingName}: ${last?.behavior.name ?? "alarm"}`}
      above={[
        { text: "Detect", path: "/detect/alarms" },
        { text: "Alarms", path: "/detect/alarms" },
      ]}
      help={help}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDoing("verify")}>Verify</Button>
          <Button variant="primary" onClick={() => setDoing("mitigate")}>
            Mitigate
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {events.error && !events.data && (
          <ProblemAlert problem={events.error} retry={() => events.refetch()} />
        )}
        {events.data && !last && (
          <Empty title="No such alarm">It ended more than two weeks ago, or it never was.</Empty>
        )}
        {last && (
          <Container header={<Header variant="h2">Why</Header>}>
            <SpaceBetween size="l">
              {evidence.error ? (
                <ProblemAlert problem={evidence.error} />
              ) : (
                <Box fontSize="heading-m">{evidence.data?.explanation ?? "–"}</Box>
              )}
              <KeyValuePairs
                columns={4}
                items={[
                  { label: "State", value: <EventType type={last.violationEventType} /> },
                  { label: "Expected", value: behaviorText(last.behavior) },
                  { label: "Value", value: valueText(evidence.data?.value ?? last.metricValue) },
                  {
                    label: "Window",
                    value: (
                      <>
                        <Time at={evidence.data?.windowStart} /> to <Time at={evidence.data?.windowEnd} />
                      </>
                    ),
                  },
                  {
                    label: "Device",
                    value: <Link to={`/devices/${encodeURIComponent(thingName)}`}>{thingName}</Link>,
                  },
                  {
                    label: "Security profile",
                    value: (
                      <Link to={`/detect/profiles/${encodeURIComponent(securityProfileName)}`}>
                        {securityProfileName}
                      </Link>
                    ),
                  },
                  { label: "Verified", value: verificationText(last.verificationState) },
                  { label: "Violation ID", value: violationId },
                ]}
              />
            </SpaceBetween>
          </Container>
        )}
        {last?.behavior.metric && (
          <Container header={<Header variant="h2">{metricTitle(last.behavior.metric)}</Header>}>
            <MetricChart
              thingName={thingName}
              metric={last.behavior.metric}
              dimension={
                last.behavior.metricDimension && {
                  name: last.behavior.metricDimension.dimensionName,
                  operator: last.behavior.metricDimension.operator,
                }
              }
              startTime={(own.at(-1)?.violationEventTime ?? span.startTime) - marginSeconds}
              endTime={last.violationEventTime + marginSeconds}
              limits={limitsOf(last.behavior, evidence.data)}
              mark={evidence.data?.windowEnd ? { title: "Judged", at: evidence.data.windowEnd } : undefined}
            />
          </Container>
        )}
        {last && (
          <Table<ViolationEvent>
            header={<Header variant="h2">What happened</Header>}
            items={own}
            columnDefinitions={[
              { id: "time", header: "Time", cell: event => <Time at={event.violationEventTime} /> },
              { id: "event", header: "Event", cell: event => <EventType type={event.violationEventType} /> },
              { id: "value", header: "Value", cell: event => valueText(event.metricValue) },
            ]}
          />
        )}
      </SpaceBetween>
      {doing === "verify" && <Verify violationId={violationId} onClose={close} />}
      {doing === "mitigate" && (
        <Mitigate order={{ kind: "DETECT", violationIds: [violationId] }} onClose={close} />
      )}
    </Page>
  );
}

function limitsOf({ criteria }: Behavior, evidence: Evidence | undefined) {
  const fixed = numberOf(criteria?.value);
  if (fixed !== undefined) return [{ title: "Threshold", y: fixed }];
  const judged = evidence?.threshold?.value;
  return judged === undefined ? [] : [{ title: evidence?.threshold?.statistic ?? "Threshold", y: judged }];
}

const help = (
  <>
    <p>The chart shows the metric, the limit, and the datapoint that raised the alarm.</p>
    <p>
      Verify tells others whether the alarm was right. Mitigate runs actions on the device, such as moving it
      to a quarantine group; they can be tried without effect first, and undone.
    </p>
  </>
);
