// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { send, setCsrfToken, whenSignedOut } from "../api/http";
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
  /** Why it is not known: the server does not answer. */
  problem?: Problem;
  signIn(user: string, password: string): Promise<void>;
  changePassword(current: string, password: string): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<SessionState | undefined>(undefined);
const retryMilliseconds = 3000;

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null | undefined>(undefined);
  const [problem, setProblem] = useState<Problem>();

  const take = useCallback((next: Session | null) => {
    setCsrfToken(next?.csrfToken);
    setProblem(undefined);
    setSession(next);
  }, []);

  const look = useCallback(async () => {
    try {
      take(await send<Session>("GET", "session"));
    } catch (error) {
      const why = asProblem(error);
      if (why.status === 401) take(null);
      else setProblem(why);
    }
  }, [take]);

  useEffect(() => {
    void look();
    whenSignedOut(() => void look());
  }, [look]);

  useEffect(() => {
    if (!problem || session !== undefined) return;
    const timer = setTimeout(look, retryMilliseconds);
    return () => clearTimeout(timer);
  }, [problem, session, look]);

  const state = useMemo<SessionState>(
    () => ({
      session,
      problem,
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
    [session, problem, take, look],
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
