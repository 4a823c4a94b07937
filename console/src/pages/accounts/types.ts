// SPDX-License-Identifier: Apache-2.0

export interface Member {
  AccountId: string;
  Email?: string;
  AdministratorId?: string;
  MemberStatus: string;
  InvitedAt?: number;
  UpdatedAt?: number;
}

export interface Invitation {
  AccountId: string;
  InvitationId: string;
  InvitedAt?: number;
  MemberStatus?: string;
}

export interface UnprocessedAccounts {
  UnprocessedAccounts?: { AccountId?: string; ProcessingResult?: string }[];
}

export interface Aggregator {
  FindingAggregatorArn: string;
  FindingAggregationRegion: string;
  RegionLinkingMode: string;
  Regions?: string[];
}

export interface OrganizationConfiguration {
  AutoEnable?: boolean;
  AutoEnableStandards?: "NONE" | "DEFAULT";
  MemberAccountLimitReached?: boolean;
  OrganizationConfiguration?: { ConfigurationType?: string; Status?: string; StatusMessage?: string };
}

/** What came of a change of several accounts. */
export const toldOf =
  (done: string) =>
  ({ UnprocessedAccounts: [refused] = [] }: UnprocessedAccounts): string =>
    refused ? `${refused.AccountId}: ${refused.ProcessingResult ?? "it was refused"}` : done;
