// SPDX-License-Identifier: Apache-2.0

export type ValueKind = "count" | "number" | "cidrs" | "ports" | "numbers" | "strings";

export interface Metric {
  name: string;
  title: string;
  unit: string;
  kind: ValueKind;
  /** Whether a behavior must, may or must not state over how long the value is counted. */
  duration: "required" | "optional" | "none";
  statistical: boolean;
  learned: boolean;
  dimension: boolean;
  /** Measured by the broker, or reported by the device. */
  side: "broker" | "device";
}

const broker = {
  side: "broker",
  kind: "count",
  duration: "required",
  statistical: true,
  learned: true,
} as const;
const device = { side: "device", kind: "count", statistical: true, learned: true, dimension: false } as const;
const deviceSet = { ...device, duration: "none", statistical: false, learned: false } as const;

/** The metrics that a behavior may judge, custom metrics apart. */
export const metrics: readonly Metric[] = [
  {
    ...broker,
    name: "aws:message-byte-size",
    title: "Message size",
    unit: "bytes",
    duration: "none",
    dimension: true,
  },
  { ...broker, name: "aws:num-messages-sent", title: "Messages sent", unit: "messages", dimension: true },
  {
    ...broker,
    name: "aws:num-messages-received",
    title: "Messages received",
    unit: "messages",
    dimension: true,
  },
  {
    ...broker,
    name: "aws:num-authorization-failures",
    title: "Authorization failures",
    unit: "failures",
    dimension: true,
  },
  {
    ...broker,
    name: "aws:source-ip-address",
    title: "Source IP",
    unit: "addresses",
    kind: "cidrs",
    duration: "none",
    statistical: false,
    learned: false,
    dimension: true,
  },
  {
    ...broker,
    name: "aws:num-connection-attempts",
    title: "Connection attempts",
    unit: "attempts",
    dimension: false,
  },
  { ...broker, name: "aws:num-disconnects", title: "Disconnects", unit: "disconnects", dimension: false },
  {
    ...broker,
    name: "aws:disconnect-duration",
    title: "Disconnect duration",
    unit: "minutes",
    duration: "none",
    statistical: false,
    learned: false,
    dimension: false,
  },
  { ...device, name: "aws:all-bytes-out", title: "Bytes out", unit: "bytes", duration: "required" },
  { ...device, name: "aws:all-bytes-in", title: "Bytes in", unit: "bytes", duration: "required" },
  { ...device, name: "aws:all-packets-out", title: "Packets out", unit: "packets", duration: "required" },
  { ...device, name: "aws:all-packets-in", title: "Packets in", unit: "packets", duration: "required" },
  {
    ...device,
    name: "aws:num-listening-tcp-ports",
    title: "Listening TCP port count",
    unit: "ports",
    duration: "optional",
  },
  {
    ...device,
    name: "aws:num-listening-udp-ports",
    title: "Listening UDP port count",
    unit: "ports",
    duration: "optional",
  },
  {
    ...device,
    name: "aws:num-established-tcp-connections",
    title: "Established TCP connections",
    unit: "connections",
    duration: "optional",
  },
  {
    ...deviceSet,
    name: "aws:listening-tcp-ports",
    title: "Listening TCP ports",
    unit: "ports",
    kind: "ports",
  },
  {
    ...deviceSet,
    name: "aws:listening-udp-ports",
    title: "Listening UDP ports",
    unit: "ports",
    kind: "ports",
  },
  {
    ...deviceSet,
    name: "aws:destination-ip-addresses",
    title: "Destination IPs",
    unit: "addresses",
    kind: "cidrs",
  },
];

const byName = new Map(metrics.map(metric => [metric.name, metric]));
export const metricOf = (name: string | undefined): Metric | undefined => byName.get(name ?? "");
export const metricTitle = (name: string | undefined): string => metricOf(name)?.title ?? name ?? "–";
