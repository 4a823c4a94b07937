// SPDX-License-Identifier: Apache-2.0
import type { Scope } from "../session/scope";

/** What the stream of live events tells its pages. */
export type StreamMessage =
  | { type: "event"; kind: string; data: string }
  /** Events may have been missed: everything is to be asked for again. */
  | { type: "reset" }
  | { type: "state"; connected: boolean };

const reopenMilliseconds = 5000;

/** A tab that got the lock later than this took it over from another, and may have missed something. */
const handoverMilliseconds = 1000;

/**
 * Follows the server's events of one account and region until it is closed. All tabs share one stream, for a browser
 * opens few connections to a server: the tab that holds a lock reads it and tells the others.
 */
export function follow(
  scope: Scope,
  kinds: readonly string[],
  hear: (message: StreamMessage) => void,
): () => void {
  if (!("locks" in navigator)) return read(scope, kinds, hear);
  const name = `fleetward.live.${scope.account}.${scope.region}`;
  const channel = new BroadcastChannel(name);
  const done = new AbortController();
  const began = performance.now();
  channel.onmessage = ({ data }) => hear(data as StreamMessage);
  const tell = (message: StreamMessage) => {
    if (done.signal.aborted) return;
    hear(message);
    channel.postMessage(message);
  };
  navigator.locks
    .request(name, { signal: done.signal }, () => {
      if (done.signal.aborted) return;
      const close = read(scope, kinds, tell, performance.now() - began > handoverMilliseconds);
      return new Promise<void>(release => {
        done.signal.addEventListener("abort", () => {
          close();
          release();
        });
      });
    })
    .catch(() => {
      // Closed while another tab was reading.
    });
  return () => {
    done.abort();
    channel.close();
  };
}

/** Reads the stream; the browser resumes it by event id, and it is opened anew when the server refuses. */
function read(
  scope: Scope,
  kinds: readonly string[],
  tell: (message: StreamMessage) => void,
  takenOver = false,
): () => void {
  let source: EventSource;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  let isFirst = !takenOver;
  const open = () => {
    source = new EventSource(`/console/events?account=${scope.account}&region=${scope.region}`);
    for (const kind of kinds) {
      source.addEventListener(kind, message => tell({ type: "event", kind, data: message.data as string }));
    }
    // A stream that resumes nothing begins with a reset; whoever has just asked for everything needs none.
    source.addEventListener("reset", () => {
      if (!isFirst) tell({ type: "reset" });
      isFirst = false;
    });
    source.onopen = () => {
      tell({ type: "state", connected: true });
    };
    source.onerror = () => {
      tell({ type: "state", connected: false });
      if (source.readyState === EventSource.CLOSED) reopen = setTimeout(open, reopenMilliseconds);
    };
  };
  open();
  return () => {
    clearTimeout(reopen);
    source.close();
  };
}
