// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { send, setCsrfToken, whenInDoubt } from "../api/http";
import { asProblem, type Problem } from "../api/problem";

/** Who is signed in, and what they may look at. */
export interface Session {
  user: string;
  roles: string[];
  mustChangePassword: boolean;
  csrfToken: string;
  accounts: { id: string; name?: string }[];
  account: string;
  region: string;
  regions: string[];
  mqttHost?: string;
  mqttPort?: number;
  version?: string;
  expiresAt?: number;
}

interface SessionState {
  /** undefined: not known yet; null: nobody is signed in. */
  session: Session | null | undefined;
  /** Why it is not known, or whether still: the server does not answer. It is asked until it does. */
  problem?: Problem;
  /** Whether the session ended without having been signed out of. */
  ended: boolean;
  signIn(user: string, password: string): Promise<void>;
  changePassword(current: string, password: string): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<SessionState | undefined>(undefined);
const retryMilliseconds = 1000;

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [problem, setProblem] = useState<Problem>();
  const [ended, setEnded] = useState(false);
  const queries = useQueryClient();
  const known = useRef<Session>(undefined);

  const take = useCallback(
    (next: Session | null, isEnded = false) => {
      // Nobody is shown what another asked for.
      if (next?.user !== known.current?.user) queries.clear();
      known.current = next ?? undefined;
      setCsrfToken(next?.csrfToken);
      setProblem(undefined);
      setEnded(was => next === null && (was || isEnded));
      setSession(next);
    },
    [queries],
  );

  const look = useCallback(async () => {
    try {
      take(await send<Session>("GET", "session"));
    } catch (error) {
      const why = asProblem(error);
      if (why.status === 401) take(null, known.current !== undefined);
      else setProblem(why);
    }
  }, [take]);

  useEffect(() => {
    void look();
    whenInDoubt(why => {
      if (why.isUnreachable) setProblem(now => now ?? why);
      else void look();
    });
  }, [look]);

  useEffect(() => {
    if (!problem) return;
    const timer = setTimeout(look, retryMilliseconds);
    return () => clearTimeout(timer);
  }, [problem, look]);

  const isAway = problem !== undefined;
  useEffect(() => {
    if (!isAway) return;
    // Whatever was asked for meanwhile is asked for again.
    return () => void queries.invalidateQueries();
  }, [isAway, queries]);

  const state = useMemo<SessionState>(
    () => ({
      session,
      problem,
      ended,
      signIn: async (user, password) => take(await send<Session>("POST", "session", { user, password })),
      changePassword: async (current, password) => {
        await send("PUT", "session/password", { current, password });
        await look();
      },
      signOut: async () => {
        await send("DELETE", "session");
        take(null);
      },
    }),
    [session, problem, ended, take, look],
  );
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSessionState(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error("no session around this component");
  return state;
}

export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error("nobody is signed in");
  return session;
}
