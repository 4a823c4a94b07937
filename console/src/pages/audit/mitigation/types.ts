// SPDX-License-Identifier: Apache-2.0

export type MitigationKind = "AUDIT" | "DETECT";

export interface MitigationActionName {
  actionName: string;
  actionArn: string;
  creationDate?: number;
}

export interface MitigationTask {
  kind: MitigationKind;
  taskId: string;
  taskStatus: string;
  startTime?: number;
}

export interface MitigationProgress {
  taskId: string;
  kind: MitigationKind;
  status: string;
  startedBy?: string;
  startTime?: number;
  endTime?: number;
  pausesUntil?: number;
  reason?: string;
  executions: { total: number; succeeded: number; failed: number; skipped: number; canceled: number };
}

export interface MitigationChange {
  sequence: number;
  time: number;
  subjectId: string;
  actionName: string;
  actor: string;
  change: string;
  undone: boolean;
  undoes?: number;
}

export interface RehearsedStep {
  subjectId: string;
  actionName: string;
  /** Each change is a JSON document, as ListMitigationChanges will show it. */
  changes?: { change: string; impact?: Record<string, unknown> }[];
  skipped?: string;
  refusal?: string;
}

/** What is to be mitigated: findings of an audit, or violations. */
export type Subjects =
  | { kind: "AUDIT"; findings: readonly { findingId: string; checkName: string }[] }
  | { kind: "DETECT"; violationIds: readonly string[] };
