// SPDX-License-Identifier: Apache-2.0

export interface Standard {
  StandardsArn: string;
  Name: string;
  Description?: string;
  EnabledByDefault?: boolean;
  StandardsManagedBy?: { Company?: string; Product?: string };
}

export interface Subscription {
  StandardsSubscriptionArn: string;
  StandardsArn: string;
  StandardsStatus: "PENDING" | "READY" | "FAILED" | "DELETING" | "INCOMPLETE";
}

export interface Score {
  standardsArn: string;
  /** Percent; none while no control has data. */
  score?: number;
  passed: number;
  failed: number;
  unknown: number;
  noData: number;
  disabled: number;
}

export type ControlStatus = "PASSED" | "FAILED" | "UNKNOWN" | "NO_DATA" | "DISABLED";

export interface Control {
  standardsArn: string;
  securityControlId: string;
  title: string;
  severityRating: string;
  controlStatus: ControlStatus;
}

export interface Scores {
  overallScore?: number;
  standards: Score[];
  controls: Control[];
}
