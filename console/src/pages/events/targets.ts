// SPDX-License-Identifier: Apache-2.0

/** A kind of target that rules may send events to. */
export interface TargetKind {
  value: string;
  label: string;
  description: string;
  /** What stands for the name in the form. */
  what: string;
  /** Whether an ARN is of this kind. */
  is: RegExp;
  arn: (region: string, account: string, name: string) => string;
}

export const targetKinds: readonly TargetKind[] = [
  {
    value: "sns",
    label: "Topic",
    description: "Whoever subscribes to it: web servers, mailboxes, MQTT",
    what: "Name of the topic",
    is: /^arn:[^:]*:sns:/,
    arn: (region, account, name) => `arn:aws:sns:${region}:${account}:${name}`,
  },
  {
    value: "channel",
    label: "Notification channel",
    description: "Slack, Microsoft Teams, a mailbox",
    what: "Name of the channel",
    is: /^arn:[^:]*:fleetward:.*:notification-channel\//,
    arn: (region, account, name) => `arn:aws:fleetward:${region}:${account}:notification-channel/${name}`,
  },
  {
    value: "destination",
    label: "Web server",
    description: "An API destination with its connection",
    what: "ARN of the API destination",
    is: /^arn:[^:]*:events:.*:api-destination\//,
    arn: (_region, _account, name) => name,
  },
  {
    value: "mitigation",
    label: "Mitigation action",
    description: "On the violation or audit finding that the event tells of",
    what: "Name of the mitigation action",
    is: /^arn:[^:]*:iot:.*:mitigationaction\//,
    arn: (region, account, name) => `arn:aws:iot:${region}:${account}:mitigationaction/${name}`,
  },
  {
    value: "mqtt",
    label: "MQTT topic",
    description: "The event is published to it",
    what: "MQTT topic",
    is: /^arn:[^:]*:iot:.*:topic\//,
    arn: (region, account, name) => `arn:aws:iot:${region}:${account}:topic/${name}`,
  },
  {
    value: "bus",
    label: "Event bus",
    description: "Another bus of this account",
    what: "Name of the bus",
    is: /^arn:[^:]*:events:.*:event-bus\//,
    arn: (region, account, name) => `arn:aws:events:${region}:${account}:event-bus/${name}`,
  },
  {
    value: "log",
    label: "Server log",
    description: "The event is a line of the server's own log",
    what: "Name of the log group",
    is: /^arn:[^:]*:logs:/,
    arn: (region, account, name) => `arn:aws:logs:${region}:${account}:log-group:${name}`,
  },
];

/** The kind of an ARN in words; the ARN's service where there is no kind of ours. */
export const kindOf = (arn: string): string =>
  targetKinds.find(({ is }) => is.test(arn))?.label ?? arn.split(":")[2] ?? "Other";

/** The end of an ARN, which people know the target by. */
export const nameOf = (arn: string): string =>
  arn
    .split(":")
    .slice(5)
    .join(":")
    .replace(/^[^/]*\//, "") || arn;
