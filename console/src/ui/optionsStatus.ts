// SPDX-License-Identifier: Apache-2.0
import type { Problem } from "../api/problem";

interface Asked {
  data?: unknown;
  error: Problem | null;
  isPending: boolean;
}

/** What a list to choose from says while its options are asked for, or why it has none. */
export function optionsStatus(...queries: readonly Asked[]) {
  const failed = queries.find(({ data, error }) => error && data === undefined);
  if (failed) return { statusType: "error", errorText: failed.error?.detail } as const;
  const isPending = queries.some(query => query.isPending);
  return { statusType: isPending ? "loading" : "finished", loadingText: "Loading" } as const;
}
