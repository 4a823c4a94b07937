// SPDX-License-Identifier: Apache-2.0

/** Hands a text, or its parts, to the browser as a file. */
export function download(name: string, content: string | string[], type = "application/octet-stream"): void {
  const address = URL.createObjectURL(new Blob([content].flat(), { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
