// SPDX-License-Identifier: Apache-2.0
import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type Scope, useScope } from "../session/scope";
import { send } from "./http";
import type { LiveKind } from "./live";
import type { Problem } from "./problem";

/** The services of the server's API, by the name their aws CLI command has; fleetward is our own. */
export type Service = "iot" | "iot-data" | "securityhub" | "sns" | "events" | "fleetward";

export type Input = Record<string, unknown>;

/** Calls one operation of the API for one account and region. Throws a Problem. */
export function call<T>(
  scope: Scope,
  service: Service,
  operation: string,
  input: Input = {},
  signal?: AbortSignal,
) {
  const whose = { "x-fleetward-account": scope.account, "x-fleetward-region": scope.region };
  return send<T>("POST", `api/${service}/${operation}`, input, whose, signal);
}

export const operationKey = (scope: Scope, service: Service, operation: string, input: Input = {}) =>
  [scope.account, scope.region, service, operation, input] as const;

/** How an answer is asked for, if not by one call. */
export type Ask<T> = (scope: Scope, input: Input, signal: AbortSignal) => Promise<T>;

interface QueryOptions {
  /** Kinds of live events after which the answer is asked for again. */
  live?: readonly LiveKind[];
  enabled?: boolean;
  /** Ask again after so many milliseconds, for progress that no event tells. */
  every?: number | false;
}

/** What failed is not asked for again and again: it would seem to be loading each time. */
const paced =
  (every: number | false = false) =>
  (query: { state: { status: string } }) =>
    query.state.status === "error" ? false : every;

const oneCall =
  <T>(service: Service, operation: string): Ask<T> =>
  (scope, input, signal) =>
    call<T>(scope, service, operation, input, signal);

/** What a read operation answers; kept, shared between components, asked again when a live event says so. */
export function useOperation<T>(
  service: Service,
  operation: string,
  input: Input = {},
  options: QueryOptions & { ask?: Ask<T> } = {},
): UseQueryResult<T, Problem> {
  const scope = useScope();
  const ask = options.ask ?? oneCall<T>(service, operation);
  return useQuery<T, Problem>({
    queryKey: operationKey(scope, service, operation, input),
    queryFn: ({ signal }) => ask(scope, input, signal),
    enabled: options.enabled ?? true,
    refetchInterval: paced(options.every),
    placeholderData: keepPreviousData,
    meta: { live: options.live ?? [] },
  });
}

/**
 * Asks for what the next rendering will show: the answer is on its way while the browser still works out what changes.
 * What came a moment ago is not asked for again.
 */
export function useAhead<T>(
  service: Service,
  operation: string,
  ask: Ask<T> = oneCall<T>(service, operation),
) {
  const scope = useScope();
  const queries = useQueryClient();
  return (input: Input) =>
    void queries.prefetchQuery({
      queryKey: operationKey(scope, service, operation, input),
      queryFn: ({ signal }) => ask(scope, input, signal),
    });
}

/** All pages of a list, up to a bound: lists of configuration are short; findings have their own table. */
export function useList<Item>(
  service: Service,
  operation: string,
  member: string,
  input: Input = {},
  options: QueryOptions & { token?: { request: string; response: string }; atMost?: number } = {},
): UseQueryResult<{ items: Item[]; complete: boolean }, Problem> {
  const scope = useScope();
  const token = options.token ?? (service === "securityhub" ? tokens.hub : tokens.iot);
  const atMost = options.atMost ?? 1000;
  return useQuery<{ items: Item[]; complete: boolean }, Problem>({
    queryKey: [...operationKey(scope, service, operation, input), "all"],
    queryFn: async ({ signal }) => {
      const items: Item[] = [];
      let next: string | undefined;
      do {
        const page = await call<Record<string, unknown>>(
          scope,
          service,
          operation,
          next === undefined ? input : { ...input, [token.request]: next },
          signal,
        );
        items.push(...((page[member] as Item[] | undefined) ?? []));
        next = page[token.response] as string | undefined;
      } while (next !== undefined && items.length < atMost);
      return { items, complete: next === undefined };
    },
    enabled: options.enabled ?? true,
    refetchInterval: paced(options.every),
    placeholderData: keepPreviousData,
    meta: { live: options.live ?? [] },
  });
}

/** How the services name what leads to the next page. */
export const tokens = {
  iot: { request: "nextToken", response: "nextToken" },
  marker: { request: "marker", response: "nextMarker" },
  hub: { request: "NextToken", response: "NextToken" },
} as const;

/** A change by an operation; afterwards every answer of the named services is asked for again. */
export function useChange<T = unknown>(service: Service, operation: string) {
  const scope = useScope();
  const queries = useQueryClient();
  return useMutation<T, Problem, Input>({
    mutationFn: input => call<T>(scope, service, operation, input),
    onSuccess: () => refresh(queries, scope),
  });
}

/** Asks again for everything shown of this account and region. */
export const refresh = (queries: QueryClient, scope: Scope) =>
  queries.invalidateQueries({ queryKey: [scope.account, scope.region] });
