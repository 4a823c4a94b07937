// SPDX-License-Identifier: Apache-2.0

export interface Thing {
  thingName: string;
  thingArn?: string;
  thingTypeName?: string;
  attributes?: Record<string, string>;
  version?: number;
  /** Told by the fleet index only. */
  thingGroupNames?: string[];
}

export interface ThingDetails extends Thing {
  thingArn: string;
  thingId?: string;
  defaultClientId?: string;
}

export interface Group {
  groupName: string;
  groupArn: string;
}

export interface GroupDetails {
  thingGroupName: string;
  thingGroupArn: string;
  version?: number;
  thingGroupProperties?: {
    thingGroupDescription?: string;
    attributePayload?: { attributes?: Record<string, string> };
  };
  thingGroupMetadata?: {
    parentGroupName?: string;
    rootToParentThingGroups?: Group[];
    creationDate?: number;
  };
  queryString?: string;
  status?: string;
}

export interface EffectivePolicy {
  policyName: string;
  policyArn: string;
  policyDocument: string;
}

export type DeviceAction = "CONNECT" | "PUBLISH" | "SUBSCRIBE" | "RECEIVE";

export interface AuthInfo {
  actionType: DeviceAction;
  resources: string[];
}

interface NamedPolicy {
  policyName: string;
}

export interface AuthResult {
  authInfo: AuthInfo;
  allowed?: { policies?: NamedPolicy[] };
  denied?: {
    implicitDeny?: { policies?: NamedPolicy[] };
    explicitDeny?: { policies?: NamedPolicy[] };
  };
  authDecision: "ALLOWED" | "EXPLICIT_DENY" | "IMPLICIT_DENY";
  missingContextValues?: string[];
}

/** One connection of a client; the reason is missing when nobody saw it end. */
export interface ClientConnection {
  clientId: string;
  principalId: string;
  sourceIp: string;
  connectedAt: number;
  disconnectedAt?: number;
  disconnectReason?: string;
}
