// SPDX-License-Identifier: Apache-2.0

export interface Finding {
  Id: string;
  ProductArn: string;
  Title: string;
  Severity: { Label?: string };
  UpdatedAt: string;
  Resources?: { Id: string; Type: string }[];
}

const equal = (...values: string[]) => values.map(Value => ({ Value, Comparison: "EQUALS" }));

/** The filter of findings that somebody still has to look at. */
export const openFilter = {
  RecordState: equal("ACTIVE"),
  WorkflowStatus: equal("NEW", "NOTIFIED"),
};

export const severityFilter = (label: string) => ({ ...openFilter, SeverityLabel: equal(label) });

/** As many as are counted; more are told as "100+". */
export const countedAtMost = 100;
