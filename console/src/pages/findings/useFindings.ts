// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLiveEvents } from "../../api/live";
import { type Input, operationKey, useOperation } from "../../api/operation";
import { useScope } from "../../session/scope";
import { type Changes, changesBetween } from "./changes";
import { searchFindings } from "./searchFindings";
import type { FindingsPage } from "./types";

/** However many events arrive, the first page is looked at again at most so often. */
const quietMilliseconds = 2000;

/**
 * One page of findings after the other, by tokens. Rows do not move by themselves: what changed meanwhile on the
 * first page is counted, and shown when asked for.
 */
export function useFindings(input: Input, paused: boolean) {
  const scope = useScope();
  const queries = useQueryClient();
  const [place, setPlace] = useState<{ of: Input; tokens: string[]; index: number }>();
  const { tokens, index } = place?.of === input ? place : { tokens: [], index: 0 };
  const go = (to: number) => setPlace({ of: input, tokens: known, index: to });

  const token = tokens[index - 1];
  const query = useOperation<FindingsPage>(
    "securityhub",
    "GetFindings",
    token === undefined ? input : { ...input, NextToken: token },
    { ask: searchFindings },
  );
  const next = query.isPlaceholderData ? undefined : query.data?.NextToken;
  const isKnown = query.data !== undefined && !query.isPlaceholderData;
  const known = isKnown ? [...tokens.slice(0, index), ...(next === undefined ? [] : [next])] : tokens;

  const [fresh, setFresh] = useState<{ of: Input; page: FindingsPage; changes: Changes }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const firstKey = operationKey(scope, "securityhub", "GetFindings", input);
  useEffect(() => () => clearTimeout(timer.current), []);

  const look = async () => {
    timer.current = undefined;
    const shown = queries.getQueryData<FindingsPage>(firstKey);
    if (!shown) return;
    try {
      const page = await searchFindings(scope, input, new AbortController().signal);
      const changes = changesBetween(shown, page);
      setFresh(changes.total === 0 ? undefined : { of: input, page, changes });
    } catch {
      // The next event, or a person, asks again.
    }
  };
  useLiveEvents("finding", () => {
    if (!paused) timer.current ??= setTimeout(() => void look(), quietMilliseconds);
  });
  // What was loaded anew has nothing to catch up with.
  const loadedAt = query.dataUpdatedAt;
  useEffect(() => {
    if (loadedAt) setFresh(undefined);
  }, [loadedAt]);

  const showFresh = () => {
    if (!fresh) return;
    queries.setQueryData(firstKey, fresh.page);
    setFresh(undefined);
    go(0);
  };
  return {
    query,
    index,
    pages: known.length + 1,
    hasMore: next !== undefined,
    go,
    changes: !paused && fresh?.of === input ? fresh.changes : undefined,
    showFresh,
  };
}
