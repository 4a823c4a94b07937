// SPDX-License-Identifier: Apache-2.0

/** A change of a mitigation, which the server tells as a JSON document, as one line. */
export function changeInWords(document: string): string {
  try {
    const change = JSON.parse(document) as Record<string, unknown>;
    return Object.entries(change)
      .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(", ");
  } catch {
    return document;
  }
}
