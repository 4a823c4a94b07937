// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useScope } from "../session/scope";

export type LiveKind = "finding" | "alarm" | "audit" | "connection" | "registry";

export interface LiveEvent {
  kind: LiveKind;
  /** The name or ARN of what changed. */
  id: string;
  /** What happened to it: created, updated, … */
  change: string;
  at: string;
}

type Listener = (event: LiveEvent) => void;

interface Live {
  /** Whether the stream stands; while it does not, pages say so. */
  connected: boolean;
  listen(listener: Listener): () => void;
}

const kinds: readonly LiveKind[] = ["finding", "alarm", "audit", "connection", "registry"];
const LiveContext = createContext<Live>({ connected: true, listen: () => () => {} });

/** Answers are asked for again at most this often, however many events arrive. */
const quietMilliseconds = 1000;
const reopenMilliseconds = 5000;

/** Follows the server's events of one account and region; the browser resumes a broken stream by event id. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { account, region } = useScope();
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    let source: EventSource;
    let reopen: ReturnType<typeof setTimeout> | undefined;
    const changed = new Set<LiveKind>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const askAgain = () => {
      timer = undefined;
      const now = new Set(changed);
      changed.clear();
      void queries.invalidateQueries({
        queryKey: [account, region],
        predicate: query => ((query.meta?.live as LiveKind[] | undefined) ?? []).some(kind => now.has(kind)),
      });
    };
    const note = (kind: LiveKind) => {
      changed.add(kind);
      timer ??= setTimeout(askAgain, quietMilliseconds);
    };
    const open = () => {
      source = new EventSource(`/console/events?account=${account}&region=${region}`);
      for (const kind of kinds) {
        source.addEventListener(kind, message => {
          const event = { ...(JSON.parse(message.data) as Omit<LiveEvent, "kind">), kind };
          for (const listener of listeners.current) listener(event);
          note(kind);
        });
      }
      source.addEventListener("reset", () => kinds.forEach(note));
      source.onopen = () => {
        setConnected(true);
        if (lost) kinds.forEach(note);
        lost = false;
      };
      source.onerror = () => {
        lost = true;
        setConnected(false);
        // The browser tries again by itself unless the server refused.
        if (source.readyState === EventSource.CLOSED) reopen = setTimeout(open, reopenMilliseconds);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      clearTimeout(reopen);
      source.close();
    };
  }, [account, region, queries]);

  const live = useMemo<Live>(
    () => ({
      connected,
      listen: listener => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [connected],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}

export const useLive = (): Live => useContext(LiveContext);

/** Calls back for each live event of one kind. */
export function useLiveEvents(kind: LiveKind, callback: Listener): void {
  const { listen } = useLive();
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(
    () =>
      listen(event => {
        if (event.kind === kind) latest.current(event);
      }),
    [listen, kind],
  );
}
