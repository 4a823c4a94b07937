// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useScope } from "../session/scope";
import { notAnswering } from "./http";
import { follow } from "./stream";

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

/** Tells pages what changes in their account and region, and asks again for what they show. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const { account, region } = useScope();
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    const changed = new Set<LiveKind>();
    let timer: ReturnType<typeof setTimeout> | undefined;
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
    const close = follow({ account, region }, kinds, message => {
      switch (message.type) {
        case "state":
          setConnected(message.connected);
          if (!message.connected) notAnswering();
          break;
        case "reset":
          kinds.forEach(note);
          break;
        case "event": {
          const kind = message.kind as LiveKind;
          const event = { ...(JSON.parse(message.data) as Omit<LiveEvent, "kind">), kind };
          for (const listener of listeners.current) listener(event);
          note(kind);
        }
      }
    });
    return () => {
      clearTimeout(timer);
      close();
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
