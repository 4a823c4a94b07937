// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from "react";

/** The account and region that a page shows; they are part of every page's address. */
export interface Scope {
  account: string;
  region: string;
}

export const ScopeContext = createContext<Scope | undefined>(undefined);

export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error("no account and region around this component");
  return scope;
}

/** The address of a page of this account and region: `/findings` becomes `/000000000000/us-east-1/findings`. */
export const useHref = (): ((path: string) => string) => {
  const { account, region } = useScope();
  return path => `/${account}/${region}${path}`;
};
