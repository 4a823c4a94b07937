// SPDX-License-Identifier: Apache-2.0
import { type Finding, type FindingsPage, keyOf } from "./types";

/** How a page of findings differs from an older one. */
export interface Changes {
  created: number;
  changed: number;
  gone: number;
  total: number;
}

export function changesBetween(older: FindingsPage, newer: FindingsPage): Changes {
  const before = new Map(older.Findings.map(finding => [keyOf(finding), stateOf(finding)]));
  const after = new Set(newer.Findings.map(keyOf));
  const created = newer.Findings.filter(finding => !before.has(keyOf(finding))).length;
  const changed = newer.Findings.filter(finding => {
    const state = before.get(keyOf(finding));
    return state !== undefined && state !== stateOf(finding);
  }).length;
  const missing = [...before.keys()].filter(key => !after.has(key)).length;
  // On a full page, new findings push old ones to the next.
  const gone = newer.NextToken === undefined ? missing : Math.max(0, missing - created);
  return { created, changed, gone, total: created + changed + gone };
}

const stateOf = ({ UpdatedAt, RecordState, Severity, Workflow, Note, VerificationState }: Finding): string =>
  [UpdatedAt, RecordState, Severity?.Label, Workflow?.Status, Note?.UpdatedAt, VerificationState].join(" ");

/** "2 new, 1 changed" */
export const said = ({ created, changed, gone }: Changes): string =>
  [
    [created, "new"],
    [changed, "changed"],
    [gone, "gone"],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(", ");
