// SPDX-License-Identifier: Apache-2.0

/** The metrics that every device can have. */
export const deviceMetrics = [
  "aws:message-byte-size",
  "aws:num-messages-sent",
  "aws:num-messages-received",
  "aws:num-authorization-failures",
  "aws:num-connection-attempts",
  "aws:num-disconnects",
  "aws:disconnect-duration",
  "aws:source-ip-address",
  "aws:all-bytes-out",
  "aws:all-bytes-in",
  "aws:all-packets-out",
  "aws:all-packets-in",
  "aws:num-listening-tcp-ports",
  "aws:num-listening-udp-ports",
  "aws:num-established-tcp-connections",
  "aws:listening-tcp-ports",
  "aws:listening-udp-ports",
  "aws:destination-ip-addresses",
] as const;
