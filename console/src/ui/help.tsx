// SPDX-License-Identifier: Apache-2.0
import HelpPanel from "@cloudscape-design/components/help-panel";
import Link from "@cloudscape-design/components/link";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";

interface HelpState {
  /** What the panel is called; undefined where there is nothing to say. */
  title: string | undefined;
  open: boolean;
  /** Where what it says is put; null while the panel is closed. */
  host: HTMLElement | null;
  setTitle(title: string | undefined): void;
  setOpen(open: boolean): void;
  setHost(host: HTMLElement | null): void;
}

const HelpContext = createContext<HelpState | undefined>(undefined);

export function HelpProvider({ children }: { children: ReactNode }) {
  const [title, setTitle] = useState<string>();
  const [open, setOpen] = useState(false);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const state = useMemo(() => ({ title, open, host, setTitle, setOpen, setHost }), [title, open, host]);
  return <HelpContext value={state}>{children}</HelpContext>;
}

function useHelpState(): HelpState {
  const state = useContext(HelpContext);
  if (!state) throw new Error("no help panel around this component");
  return state;
}

export function useShownHelp() {
  const { title, open, setOpen, setHost } = useHelpState();
  const content =
    title === undefined ? undefined : (
      <HelpPanel header={<h2>{title}</h2>}>
        <div ref={setHost} />
      </HelpPanel>
    );
  return { content, open, setOpen };
}

/** What the help panel says while this component is shown. */
export function Help({ title, children }: { title: string; children: ReactNode }) {
  const { setTitle, host } = useHelpState();
  useEffect(() => {
    setTitle(title);
    return () => setTitle(undefined);
  }, [title, setTitle]);
  return host && createPortal(children, host);
}

/** The small "Info" beside a title that opens the help panel. */
export function InfoLink() {
  const { setOpen } = useHelpState();
  return (
    <Link variant="info" onFollow={() => setOpen(true)}>
      Info
    </Link>
  );
}
