// SPDX-License-Identifier: Apache-2.0

export type Qos = 0 | 1;

export interface Message {
  /** Counts up as messages come. */
  number: number;
  at: number;
  topic: string;
  payload: Uint8Array;
  qos: number;
  retain: boolean;
  contentType?: string;
  responseTopic?: string;
  userProperties: readonly (readonly [string, string])[];
}

export interface Publication {
  topic: string;
  payload: Uint8Array;
  qos: Qos;
  retain: boolean;
  contentType?: string;
  responseTopic?: string;
  /** Seconds. */
  expiry?: number;
  userProperties: readonly (readonly [string, string])[];
}

export interface Subscription {
  filter: string;
  qos: Qos;
}

export type ConnectionState = "off" | "connecting" | "on" | "failed";
