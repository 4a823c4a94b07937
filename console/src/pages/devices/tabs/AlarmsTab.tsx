// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { alarmPath } from "../../detect/alarms/alarmPath";
import { metricTitle } from "../../detect/metrics";
import type { ActiveViolation, ViolationEvent } from "../../detect/types";
import { valueText } from "../../detect/values";

const daySeconds = 86_400;
const keptDays = 14;

const profilePath = (name: string) => `/detect/profiles/${encodeURIComponent(name)}`;

/** The alarms of a device: those that stand, and what happened lately. */
export function AlarmsTab({ thingName }: { thingName: string }) {
  const [end] = useState(() => Math.floor(Date.now() / 1000) + daySeconds);
  const active = useList<ActiveViolation>(
    "iot",
    "ListActiveViolations",
    "activeViolations",
    { thingName, listSuppressedAlerts: true },
    { live: ["alarm"] },
  );
  const events = useList<ViolationEvent>(
    "iot",
    "ListViolationEvents",
    "violationEvents",
    { thingName, startTime: end - (keptDays + 1) * daySeconds, endTime: end, listSuppressedAlerts: true },
    { live: ["alarm"] },
  );
  return (
    <SpaceBetween size="l">
      <ResourceTable<ActiveViolation>
        title="Active alarms"
        name="alarms"
        query={active}
        idOf={violation => violation.violationId}
        columns={[
          {
            id: "behavior",
            header: "Behavior",
            cell: violation => (
              <StatusIndicator type="error">
                <Link to={alarmPath(violation)}>{violation.behavior.name}</Link>
              </StatusIndicator>
            ),
            text: ({ behavior }) => behavior.name,
          },
          {
            id: "profile",
            header: "Security profile",
            cell: ({ securityProfileName: name }) => <Link to={profilePath(name)}>{name}</Link>,
            text: violation => violation.securityProfileName,
          },
          {
            id: "metric",
            header: "Metric",
            cell: v => metricTitle(v.behavior.metric),
            text: v => metricTitle(v.behavior.metric),
          },
          { id: "value", header: "Last value", cell: v => valueText(v.lastViolationValue) },
          {
            id: "since",
            header: "Since",
            cell: v => <Time at={v.violationStartTime} />,
            text: v => v.violationStartTime,
          },
        ]}
        empty={
          <Empty title="No active alarms">
            An alarm is raised when the device breaks a behavior of a security profile.
          </Empty>
        }
      />
      <ResourceTable<ViolationEvent>
        title="Alarm history"
        name="alarm-history"
        description={`The last ${keptDays} days.`}
        query={events}
        idOf={event => `${event.violationId} ${event.violationEventTime} ${event.violationEventType}`}
        columns={[
          {
            id: "at",
            header: "Time",
            cell: event => <Time at={event.violationEventTime} />,
            text: event => event.violationEventTime,
          },
          {
            id: "event",
            header: "Event",
            cell: event => event.violationEventType.toLowerCase().replaceAll("-", " "),
            text: event => event.violationEventType,
          },
          { id: "behavior", header: "Behavior", cell: e => e.behavior.name, text: e => e.behavior.name },
          {
            id: "profile",
            header: "Security profile",
            cell: ({ securityProfileName: name }) => <Link to={profilePath(name)}>{name}</Link>,
            text: event => event.securityProfileName,
          },
          { id: "value", header: "Value", cell: event => valueText(event.metricValue) },
        ]}
        empty={<Empty title="No alarms in that time" />}
      />
    </SpaceBetween>
  );
}
