// SPDX-License-Identifier: Apache-2.0
import { createContext, type ReactNode, useCallback, useContext, useRef } from "react";
import { useNavigate } from "react-router";
import { useHref } from "./scope";

const VisitContext = createContext<((address: string) => void) | undefined>(undefined);

/**
 * Lets everything below go to other pages. The router's own hook draws whoever uses it anew with every change of the
 * address: a table of findings, with a link in each row, twice for each filter.
 */
export function GoProvider({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const latest = useRef(navigate);
  latest.current = navigate;
  const visit = useCallback((address: string) => void latest.current(address), []);
  return <VisitContext value={visit}>{children}</VisitContext>;
}

/** Goes to an address of the console, of whatever account and region. */
export function useVisit(): (address: string) => void {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error("no router around this component");
  return visit;
}

/** Goes to a page of this account and region, by its path below them. */
export function useGo(): (path: string) => void {
  const visit = useVisit();
  const href = useHref();
  return path => visit(href(path));
}
