// SPDX-License-Identifier: Apache-2.0

/** A count beside the axis of a chart; there is nothing between two counts. */
export const countTick = (count: number): string =>
  Number.isInteger(count) ? count.toLocaleString("en") : "";
