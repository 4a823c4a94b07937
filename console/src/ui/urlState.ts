// SPDX-License-Identifier: Apache-2.0
import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** One word of a page's state, kept in its address; undefined removes it. */
export function useUrlState(name: string): [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) =>
      setParams(
        now => {
          const next = new URLSearchParams(now);
          if (value === undefined || value === "") next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name) ?? undefined, set];
}

/** Several words of a page's state at once: what is undefined is removed, what is not named stays. */
export function useUrlWords(): [URLSearchParams, (words: Record<string, string | undefined>) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (words: Record<string, string | undefined>) =>
      setParams(
        now => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(words)) {
            if (value === undefined || value === "") next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params, set];
}
