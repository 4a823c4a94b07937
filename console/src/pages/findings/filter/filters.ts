// SPDX-License-Identifier: Apache-2.0

/** One value of one key, of whatever kind the key is. */
export interface FilterValue {
  Value?: string | boolean;
  Comparison?: Comparison;
  Key?: string;
  Gte?: number;
  Lte?: number;
  Eq?: number;
  Gt?: number;
  Lt?: number;
  Start?: string;
  End?: string;
  DateRange?: { Value: number; Unit: "DAYS"; Comparison?: "WITHIN" | "OLDER_THAN" };
  Cidr?: string;
}

export type Comparison =
  | "EQUALS"
  | "PREFIX"
  | "CONTAINS"
  | "NOT_EQUALS"
  | "PREFIX_NOT_EQUALS"
  | "NOT_CONTAINS";

/** AwsSecurityFindingFilters: keys are joined by and; see filterOf for what stands under one key. */
export type Filters = Readonly<Record<string, readonly FilterValue[]>>;

/** The operators of the filter bar and the comparisons they are. */
export const comparisons: Readonly<Record<string, Comparison>> = {
  "=": "EQUALS",
  "!=": "NOT_EQUALS",
  ":": "CONTAINS",
  "!:": "NOT_CONTAINS",
  "^": "PREFIX",
  "!^": "PREFIX_NOT_EQUALS",
};

export const isNegative = (comparison: Comparison | undefined): boolean => !!comparison?.includes("NOT");

/** What an analyst wants to see first: what is open. */
export const openFindings: Filters = {
  WorkflowStatus: [
    { Value: "NEW", Comparison: "EQUALS" },
    { Value: "NOTIFIED", Comparison: "EQUALS" },
  ],
  RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }],
};

/** The page of findings that shows these. */
export const findingsPath = (filters: Filters): string =>
  `/findings?filters=${encodeURIComponent(JSON.stringify(filters))}`;

/** Filters from an address; undefined when they are none. */
export function parseFilters(text: string | undefined): Filters | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const isFilters =
      typeof value === "object" && value !== null && Object.values(value).every(one => Array.isArray(one));
    return isFilters ? (value as Filters) : undefined;
  } catch {
    return undefined;
  }
}
