// SPDX-License-Identifier: Apache-2.0
import type { TracedStatement } from "./types";

/** What a statement has to do with the decision, in words. */
export function verdictOf(statement: TracedStatement): string {
  const { effect, applies, decides } = statement;
  if (decides) return effect === "Allow" ? "Decides: it allows this." : "Decides: it denies this.";
  if (applies) return "Applies, but a statement that denies decides.";
  const missed = [
    statement.actionMatched ? undefined : "action",
    statement.resourceMatched ? undefined : "resource",
    statement.conditionsMatched ? undefined : "condition",
  ].filter(part => part !== undefined);
  return `Does not apply: the ${listed(missed)} ${missed.length === 1 ? "does" : "do"} not match.`;
}

/** What a policy is in force through. */
export function attachedInWords(attachedTo: readonly string[] = []): string {
  if (attachedTo.length === 0) return "Added for this trial";
  return `Attached to ${listed(
    attachedTo.map(arn => {
      const group = /:thinggroup\/(.+)$/.exec(arn);
      if (group) return `group ${group[1]}`;
      return /:cert\//.test(arn) ? "the certificate" : arn;
    }),
  )}`;
}

/** How a statement is called: by its Sid, or by where it begins. */
export const statementName = ({ sid, line }: TracedStatement): string => sid ?? `Line ${line}`;

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
