// SPDX-License-Identifier: Apache-2.0
import type { ScheduledAudit } from "../types";

export const daysOfWeek = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

const dayNames: Record<string, string> = {
  SUN: "Sunday",
  MON: "Monday",
  TUE: "Tuesday",
  WED: "Wednesday",
  THU: "Thursday",
  FRI: "Friday",
  SAT: "Saturday",
};

export const dayName = (day: string): string => dayNames[day] ?? day;

/** When a schedule runs, in words. */
export function whenOf({
  frequency,
  dayOfMonth,
  dayOfWeek,
}: Pick<ScheduledAudit, "frequency" | "dayOfMonth" | "dayOfWeek">): string {
  switch (frequency) {
    case "DAILY":
      return "every day";
    case "WEEKLY":
      return `every ${dayName(dayOfWeek ?? "")}`;
    case "BIWEEKLY":
      return `every second ${dayName(dayOfWeek ?? "")}`;
    default:
      return dayOfMonth === "LAST" ? "on the last day of the month" : `on day ${dayOfMonth} of the month`;
  }
}
