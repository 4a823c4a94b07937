// SPDX-License-Identifier: Apache-2.0
import type { Target } from "../types";

export type Sends = "event" | "part" | "fixed" | "text";

/** What is written in the form of a target, beside its kind and name. */
export interface TargetDraft {
  sends: Sends;
  fixed: string;
  path: string;
  /** One line for each name: name = $.path */
  names: string;
  template: string;
  attempts: string;
  /** How old an event may be when it is tried for the last time, in hours. */
  hours: string;
}

export const sendsOptions: readonly { value: Sends; label: string; description: string }[] = [
  { value: "event", label: "The event", description: "As it is" },
  { value: "part", label: "A part of the event", description: "What a path leads to" },
  { value: "fixed", label: "A fixed text", description: "JSON in place of the event" },
  { value: "text", label: "A text made of the event", description: "A template with values of the event" },
];

/** The draft from which a target is edited, or the one of a new target. */
export function draftOf(target?: Target): TargetDraft {
  const { Input, InputPath, InputTransformer, RetryPolicy } = target ?? {};
  const age = RetryPolicy?.MaximumEventAgeInSeconds;
  return {
    sends: InputTransformer ? "text" : Input ? "fixed" : InputPath ? "part" : "event",
    fixed: Input ?? "",
    path: InputPath ?? "$.detail",
    names: Object.entries(InputTransformer?.InputPathsMap ?? { title: "$.detail.findings[0].Title" })
      .map(([name, path]) => `${name} = ${path}`)
      .join("\n"),
    template: InputTransformer?.InputTemplate ?? '"New finding: <title>"',
    attempts: `${RetryPolicy?.MaximumRetryAttempts ?? ""}`,
    hours: age === undefined ? "" : `${age / 3600}`,
  };
}

/** The members of a target that the draft is about; those it leaves out are absent. */
export function membersOf(draft: TargetDraft): Partial<Target> {
  const retry = {
    ...(draft.attempts.trim() ? { MaximumRetryAttempts: Number(draft.attempts) } : {}),
    ...(draft.hours.trim() ? { MaximumEventAgeInSeconds: Math.round(Number(draft.hours) * 3600) } : {}),
  };
  return {
    Input: draft.sends === "fixed" ? draft.fixed.trim() : undefined,
    InputPath: draft.sends === "part" ? draft.path.trim() : undefined,
    InputTransformer:
      draft.sends === "text"
        ? { InputPathsMap: pathsOf(draft.names), InputTemplate: draft.template.trim() }
        : undefined,
    RetryPolicy: Object.keys(retry).length > 0 ? retry : undefined,
  };
}

/** What is wrong with a draft, by field; empty when it is complete. */
export function faultsOf(draft: TargetDraft): Partial<Record<keyof TargetDraft, string>> {
  const faults: Partial<Record<keyof TargetDraft, string>> = {};
  if (draft.sends === "fixed" && !isJson(draft.fixed)) faults.fixed = "This is no valid JSON.";
  if (draft.sends === "part" && !draft.path.trim().startsWith("$")) faults.path = "A path begins with $.";
  if (draft.sends === "text") {
    if (lines(draft.names).some(line => !/^\w+\s*=\s*\$/.test(line)))
      faults.names = "Each line is: name = $.path";
    if (draft.template.trim() === "") faults.template = "Write what is sent.";
  }
  if (!isWithin(draft.attempts, 0, 185)) faults.attempts = "0 to 185.";
  if (!isWithin(draft.hours, 1 / 60, 24)) faults.hours = "Up to 24 hours, not less than a minute.";
  return faults;
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map(line => line.trim())
    .filter(line => line !== "");

const pathsOf = (names: string): Record<string, string> =>
  Object.fromEntries(
    lines(names).map(line => {
      const at = line.indexOf("=");
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );

const isWithin = (text: string, least: number, most: number): boolean =>
  text.trim() === "" || (Number(text) >= least && Number(text) <= most);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
