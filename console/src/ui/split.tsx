// SPDX-License-Identifier: Apache-2.0
import type { AppLayoutProps } from "@cloudscape-design/components/app-layout";
import SplitPanel from "@cloudscape-design/components/split-panel";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";

interface Shown {
  header: string;
  onClose: () => void;
}

interface SplitState {
  shown: Shown | undefined;
  show(shown: Shown | undefined): void;
  host: HTMLElement | null;
  setHost(host: HTMLElement | null): void;
}

const SplitContext = createContext<SplitState | undefined>(undefined);

export function SplitProvider({ children }: { children: ReactNode }) {
  const [shown, show] = useState<Shown>();
  const [host, setHost] = useState<HTMLElement | null>(null);
  const state = useMemo(() => ({ shown, show, host, setHost }), [shown, host]);
  return <SplitContext value={state}>{children}</SplitContext>;
}

function useSplitState(): SplitState {
  const state = useContext(SplitContext);
  if (!state) throw new Error("no split panel around this component");
  return state;
}

/** The panel for the frame. */
export function useShownSplit() {
  const { shown, setHost } = useSplitState();
  const [preferences, setPreferences] = useState<AppLayoutProps.SplitPanelPreferences>({ position: "side" });
  const [size, setSize] = useState(520);
  const panel = shown && (
    <SplitPanel header={shown.header} closeBehavior="hide">
      <div ref={setHost} />
    </SplitPanel>
  );
  return { panel, close: () => shown?.onClose(), preferences, setPreferences, size, setSize };
}

/** Shows its children in the panel beside the page while it is mounted. */
export function Split({
  header,
  onClose,
  children,
}: {
  header: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { show, host } = useSplitState();
  useEffect(() => {
    show({ header, onClose });
  }, [header, onClose, show]);
  useEffect(() => () => show(undefined), [show]);
  return host && createPortal(children, host);
}
