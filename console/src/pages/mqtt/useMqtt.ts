// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from "react";
import { useScope } from "../../session/scope";
import { useSession } from "../../session/session";
import { type Connect, type Connection, connectByWebSocket } from "./connection";
import type { ConnectionState, Message, Publication, Subscription } from "./types";

/** At most this many messages are kept; the oldest go first. */
export const kept = 1000;
/** Messages are shown together, so that many of them do not slow the page. */
const drawMilliseconds = 100;

/** The browser as an MQTT client: its connection, subscriptions and log of messages. */
export function useMqtt(connect: Connect = connectByWebSocket) {
  const { csrfToken } = useSession();
  const { account, region } = useScope();
  const [state, setState] = useState<ConnectionState>("off");
  const [why, setWhy] = useState<string>();
  const [subscriptions, setSubscriptions] = useState<readonly Subscription[]>([]);
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const [paused, setPaused] = useState(false);
  const connection = useRef<Connection>(undefined);
  const waiting = useRef<Message[]>([]);
  const counted = useRef(0);
  const pausedNow = useRef(paused);
  pausedNow.current = paused;

  useEffect(() => {
    const timer = setInterval(() => {
      if (pausedNow.current || waiting.current.length === 0) return;
      const arrived = waiting.current.reverse();
      waiting.current = [];
      setMessages(now => [...arrived, ...now].slice(0, kept));
    }, drawMilliseconds);
    return () => {
      clearInterval(timer);
      connection.current?.close();
    };
  }, []);

  const open = useCallback(
    async (clientId: string) => {
      const host = window.location.host;
      const query = new URLSearchParams({ csrf: csrfToken, account, region });
      setState("connecting");
      setWhy(undefined);
      setSubscriptions([]);
      try {
        connection.current = await connect(`wss://${host}/console/mqtt?${query}`, clientId, {
          onOpen: () => setState("on"),
          onClosed: words => {
            connection.current = undefined;
            setState(now => (now === "off" ? now : "failed"));
            setWhy(words);
            setSubscriptions([]);
          },
          onMessage: message => {
            waiting.current.push({ ...message, number: ++counted.current });
            if (waiting.current.length > kept) waiting.current.shift();
          },
        });
      } catch (error) {
        setState("failed");
        setWhy(error instanceof Error ? error.message : String(error));
      }
    },
    [connect, csrfToken, account, region],
  );

  const need = () => {
    if (!connection.current) throw new Error("Connect first.");
    return connection.current;
  };
  return {
    state,
    why,
    subscriptions,
    messages,
    paused,
    setPaused,
    open,
    close: () => {
      setState("off");
      connection.current?.close();
    },
    subscribe: async (subscription: Subscription) => {
      await need().subscribe(subscription);
      setSubscriptions(now => [...now.filter(({ filter }) => filter !== subscription.filter), subscription]);
    },
    unsubscribe: async (filter: string) => {
      await need().unsubscribe(filter);
      setSubscriptions(now => now.filter(one => one.filter !== filter));
    },
    publish: (publication: Publication) => need().publish(publication),
    clear: () => {
      waiting.current = [];
      setMessages([]);
    },
  };
}
