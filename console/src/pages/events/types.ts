// SPDX-License-Identifier: Apache-2.0
import { Problem } from "../../api/problem";

/** How the event bus names what leads to the next page, and how many entries it gives at once. */
export const busToken = { request: "NextToken", response: "NextToken" } as const;

export interface BusRule {
  Name: string;
  Arn: string;
  EventPattern?: string;
  ScheduleExpression?: string;
  State: "ENABLED" | "DISABLED";
  Description?: string;
  EventBusName?: string;
  ManagedBy?: string;
}

export interface Target {
  Id: string;
  Arn: string;
  RoleArn?: string;
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  DeadLetterConfig?: { Arn?: string };
}

export interface FailedEntries {
  FailedEntryCount?: number;
  FailedEntries?: { TargetId?: string; ErrorCode?: string; ErrorMessage?: string }[];
}

/** A target that was refused inside a list is a Problem like any other. */
export function mustBeTaken({ FailedEntries = [] }: FailedEntries): void {
  const [failed] = FailedEntries;
  if (failed) throw new Problem(400, failed.ErrorCode ?? "Refused", failed.ErrorMessage ?? "It was refused.");
}

export type DeliveryResult = "DELIVERED" | "FAILED" | "DEAD";

export interface Delivery {
  eventId: string;
  attempt: number;
  result: DeliveryResult;
  detail?: string;
  at: number;
  durationMillis?: number;
}

export interface DeadLetter {
  ruleArn: string;
  targetId: string;
  targetArn: string;
  event: string;
  errorCode?: string;
  errorMessage?: string;
  exhaustedRetryCondition?: string;
  attempts?: number;
  at: number;
}
