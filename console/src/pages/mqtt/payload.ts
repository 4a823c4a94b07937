// SPDX-License-Identifier: Apache-2.0

export type PayloadForm = "text" | "json" | "hex";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** The bytes of what was typed; throws an Error that says what is wrong with it. */
export function bytesOf(form: PayloadForm, text: string): Uint8Array {
  switch (form) {
    case "text":
      return encoder.encode(text);
    case "json":
      JSON.parse(text);
      return encoder.encode(text);
    case "hex":
      return hexBytes(text.replace(/\s+/g, ""));
  }
}

function hexBytes(digits: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new Error("Pairs of hexadecimal digits are expected.");
  return Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

/** Bytes as people read them: JSON laid out, text as it is, else hexadecimal. */
export function shownPayload(bytes: Uint8Array): { form: PayloadForm; text: string } {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return { form: "hex", text: Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join(" ") };
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object"
      ? { form: "json", text: JSON.stringify(value, null, 2) }
      : { form: "text", text };
  } catch {
    return { form: "text", text };
  }
}
