// SPDX-License-Identifier: Apache-2.0
import type { BatchUpdateAnswer } from "../types";

export const counted = (count: number): string => `${count} ${count === 1 ? "finding" : "findings"}`;

/** What a bulk change came to, with the reasons of what was refused. */
export function told({ ProcessedFindings, UnprocessedFindings }: BatchUpdateAnswer): string {
  const done = `Changed ${counted(ProcessedFindings.length)}.`;
  if (UnprocessedFindings.length === 0) return done;
  const reasons = [...new Set(UnprocessedFindings.map(({ ErrorMessage }) => ErrorMessage))].join("; ");
  return `${done} ${counted(UnprocessedFindings.length)} stayed as they were: ${reasons}.`;
}
