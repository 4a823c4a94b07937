// SPDX-License-Identifier: Apache-2.0
import HelpPanel from "@cloudscape-design/components/help-panel";
import Link from "@cloudscape-design/components/link";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

interface Help {
  title: string;
  body: ReactNode;
}

interface HelpState {
  help: Help | undefined;
  open: boolean;
  show(help: Help | undefined): void;
  setOpen(open: boolean): void;
}

const HelpContext = createContext<HelpState | undefined>(undefined);

export function HelpProvider({ children }: { children: ReactNode }) {
  const [help, show] = useState<Help>();
  const [open, setOpen] = useState(false);
  const state = useMemo(() => ({ help, open, show, setOpen }), [help, open]);
  return <HelpContext value={state}>{children}</HelpContext>;
}

function useHelpState(): HelpState {
  const state = useContext(HelpContext);
  if (!state) throw new Error("no help panel around this component");
  return state;
}

export function useShownHelp() {
  const { help, open, setOpen } = useHelpState();
  const content = help && <HelpPanel header={<h2>{help.title}</h2>}>{help.body}</HelpPanel>;
  return { content, open, setOpen };
}

/** What the help panel says while this component is shown. */
export function Help({ title, children }: { title: string; children: ReactNode }) {
  const { show } = useHelpState();
  useEffect(() => {
    show({ title, body: children });
    return () => show(undefined);
  }, [title, children, show]);
  return null;
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
