// SPDX-License-Identifier: Apache-2.0
import type { Input, Service } from "./operation";

/** The aws CLI command that does what the console is about to do. */
export function cliCommand(service: Service, operation: string, input: Input): string {
  const words = [`aws ${service} ${dashed(operation)}`];
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    words.push(flag(name, value));
  }
  return words.join(" \\\n  ");
}

function flag(name: string, value: unknown): string {
  const option = `--${dashed(name)}`;
  switch (typeof value) {
    case "boolean":
      return value ? option : `--no-${dashed(name)}`;
    case "number":
      return `${option} ${value}`;
    case "string":
      return `${option} ${quoted(value)}`;
    default:
      return Array.isArray(value) && value.every(item => typeof item === "string")
        ? `${option} ${value.map(quoted).join(" ")}`
        : `${option} ${quoted(JSON.stringify(value))}`;
  }
}

/** CreatePolicyVersion becomes create-policy-version, as the aws CLI names it. */
export const dashed = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
