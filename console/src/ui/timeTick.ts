// SPDX-License-Identifier: Apache-2.0

const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const time = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** A moment below the axis of a chart: the day, and under it the time. */
export const timeTick = (moment: Date): string => `${day.format(moment)}\n${time.format(moment)}`;
