// SPDX-License-Identifier: Apache-2.0
import Select from "@cloudscape-design/components/select";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { useUrlState } from "../../../ui/urlState";
import { useRecent } from "../../../ui/useRecent";
import type { ViolationEvent } from "../types";
import { behaviorText, valueText } from "../values";
import { alarmPath } from "./alarmPath";

const spans = [
  { value: "1", label: "Last day" },
  { value: "7", label: "Last week" },
  { value: "14", label: "Last two weeks" },
];

export function AlarmHistory() {
  const [days, setDays] = useUrlState("days");
  const span = useRecent(Number(days ?? 1));
  const events = useList<ViolationEvent>("iot", "ListViolationEvents", "violationEvents", span, {
    live: ["alarm"],
  });
  return (
    <ResourceTable<ViolationEvent>
      title="Alarm events"
      name="events"
      query={events}
      idOf={event => `${event.violationId} ${event.violationEventType} ${event.violationEventTime}`}
      columns={[
        {
          id: "time",
          header: "Time",
          cell: event => <Time at={event.violationEventTime} />,
          text: event => event.violationEventTime,
        },
        {
          id: "event",
          header: "Event",
          cell: event => <EventType type={event.violationEventType} />,
          text: event => event.violationEventType,
        },
        {
          id: "thing",
          header: "Device",
          cell: event => <Link to={alarmPath(event)}>{event.thingName}</Link>,
          text: event => event.thingName,
        },
        {
          id: "behavior",
          header: "Behavior",
          cell: event => event.behavior.name,
          text: event => event.behavior.name,
        },
        {
          id: "expected",
          header: "Expected",
          cell: event => behaviorText(event.behavior),
          text: event => behaviorText(event.behavior),
        },
        {
          id: "value",
          header: "Value",
          cell: event => valueText(event.metricValue),
          text: event => valueText(event.metricValue),
        },
        {
          id: "profile",
          header: "Security profile",
          cell: event => event.securityProfileName,
          text: event => event.securityProfileName,
        },
      ]}
      empty={<Empty title="No alarm events">No alarm began or ended in this time.</Empty>}
      actions={() => (
        <Select
          options={spans}
          selectedOption={spans.find(({ value }) => value === (days ?? "1")) ?? null}
          onChange={({ detail }) => setDays(detail.selectedOption.value)}
          ariaLabel="Time"
        />
      )}
    />
  );
}

const words = { "in-alarm": "In alarm", "alarm-cleared": "Cleared", "alarm-invalidated": "Invalidated" };

export function EventType({ type }: { type: ViolationEvent["violationEventType"] }) {
  const indicator = type === "in-alarm" ? "error" : type === "alarm-cleared" ? "success" : "stopped";
  return <StatusIndicator type={indicator}>{words[type]}</StatusIndicator>;
}
