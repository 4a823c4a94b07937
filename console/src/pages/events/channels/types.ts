// SPDX-License-Identifier: Apache-2.0

export type ChannelKind = "SLACK" | "TEAMS" | "EMAIL";

export interface Channel {
  channelName: string;
  channelArn: string;
  kind: ChannelKind;
  description?: string;
  creationDate?: number;
}

export interface Connection {
  ConnectionArn: string;
  Name: string;
  ConnectionState: string;
  StateReason?: string;
  AuthorizationType: "BASIC" | "API_KEY" | "OAUTH_CLIENT_CREDENTIALS";
  CreationTime?: number;
}

export interface Destination {
  ApiDestinationArn: string;
  Name: string;
  ApiDestinationState: string;
  ConnectionArn: string;
  InvocationEndpoint: string;
  HttpMethod: string;
  InvocationRateLimitPerSecond?: number;
}

export const isName = (name: string): boolean => /^[.\-_A-Za-z0-9]{1,64}$/.test(name);
export const nameRule = "Letters, digits, dots, dashes and underscores, up to 64.";
