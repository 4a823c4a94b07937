// SPDX-License-Identifier: Apache-2.0

/** How many there are, as far as they were counted: 12, or 1,000+. */
export const counted = (list: { items: readonly unknown[]; complete: boolean } | undefined): string =>
  list ? `${list.items.length.toLocaleString("en")}${list.complete ? "" : "+"}` : "…";
