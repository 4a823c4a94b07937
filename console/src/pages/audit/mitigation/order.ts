// SPDX-License-Identifier: Apache-2.0
import type { Subjects } from "./types";

/** The order for these subjects and actions, as RehearseMitigation and StartMitigationTask take it. */
export function orderOf(subjects: Subjects, actions: readonly string[]) {
  if (subjects.kind === "DETECT") {
    return { detect: { target: { violationIds: subjects.violationIds }, actions } };
  }
  const checks = [...new Set(subjects.findings.map(({ checkName }) => checkName))];
  return {
    audit: {
      target: { findingIds: subjects.findings.map(({ findingId }) => findingId) },
      auditCheckToActionsMapping: Object.fromEntries(checks.map(check => [check, actions])),
    },
  };
}
