// SPDX-License-Identifier: Apache-2.0
export const thingPath = (name: string) => `/devices/${encodeURIComponent(name)}`;
export const groupPath = (name: string) => `/groups/${encodeURIComponent(name)}`;

export const attributesInWords = (attributes: Record<string, string> | undefined): string =>
  Object.entries(attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(", ");

/** Lines of name=value as attributes; undefined if a line is neither empty nor of that form. */
export function attributesOf(text: string): Record<string, string> | undefined {
  const attributes: Record<string, string> = {};
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const equals = line.indexOf("=");
    if (equals <= 0) return undefined;
    attributes[line.slice(0, equals).trim()] = line.slice(equals + 1).trim();
  }
  return attributes;
}

export const linesOf = (attributes: Record<string, string> | undefined): string =>
  Object.entries(attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join("\n");
