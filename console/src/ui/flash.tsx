// SPDX-License-Identifier: Apache-2.0
import type { FlashbarProps } from "@cloudscape-design/components/flashbar";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Input, Service } from "../api/operation";
import { asProblem } from "../api/problem";
import { CopyCli } from "./CopyCli";

/** A call of the API. */
interface Call {
  service: Service;
  operation: string;
  input: Input;
}

interface Flash {
  /**
   * Tells of something done; `content` may hold links to what was made. What was done without a dialog that offers its
   * command says here by which call.
   */
  success(content: ReactNode, call?: Call): void;
  info(content: ReactNode): void;
  /** Tells why something could not be done. */
  failure(error: unknown, header?: string): void;
}

const FlashContext = createContext<Flash | undefined>(undefined);
const ItemsContext = createContext<FlashbarProps.MessageDefinition[]>([]);

/** At most this many messages are kept; the oldest goes first. */
const kept = 8;

export function FlashProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([]);
  const flash = useMemo<Flash>(() => {
    let last = 0;
    const add = (item: FlashbarProps.MessageDefinition) => {
      const id = `message-${++last}`;
      const dismiss = () => setItems(now => now.filter(other => other.id !== id));
      const shown = { ...item, id, dismissible: true, dismissLabel: "Dismiss", onDismiss: dismiss };
      setItems(now => [shown, ...now].slice(0, kept));
    };
    return {
      success: (content, call) => add({ type: "success", content, action: call && <CopyCli {...call} /> }),
      info: content => add({ type: "info", content }),
      failure: (error, header) => add({ type: "error", header, content: asProblem(error).detail }),
    };
  }, []);
  return (
    <FlashContext value={flash}>
      <ItemsContext value={items}>{children}</ItemsContext>
    </FlashContext>
  );
}

/** The messages at the top of every page. */
export function useFlash(): Flash {
  const flash = useContext(FlashContext);
  if (!flash) throw new Error("no messages around this component");
  return flash;
}

export const useFlashItems = (): FlashbarProps.MessageDefinition[] => useContext(ItemsContext);
