// SPDX-License-Identifier: Apache-2.0

export interface Archive {
  ArchiveName: string;
  EventSourceArn: string;
  State: string;
  RetentionDays?: number;
  SizeBytes?: number;
  EventCount?: number;
  CreationTime?: number;
}

export interface ArchiveDetails extends Archive {
  ArchiveArn: string;
  Description?: string;
  EventPattern?: string;
}

export type ReplayState = "STARTING" | "RUNNING" | "CANCELLING" | "COMPLETED" | "CANCELLED" | "FAILED";

export interface Replay {
  ReplayName: string;
  EventSourceArn: string;
  State: ReplayState;
  StateReason?: string;
  EventStartTime: number;
  EventEndTime: number;
  EventLastReplayedTime?: number;
  ReplayStartTime?: number;
  ReplayEndTime?: number;
}

export const isGoing = ({ State }: Replay): boolean =>
  State === "STARTING" || State === "RUNNING" || State === "CANCELLING";
