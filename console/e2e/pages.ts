// SPDX-License-Identifier: Apache-2.0

/** Every page that stands by itself, by its path below account and region; each is scanned in light and dark. */
export const pages: readonly { name: string; path: string }[] = [
  { name: "Overview", path: "/overview" },
  { name: "Audit results", path: "/audit/results" },
  { name: "Audit findings", path: "/audit/findings" },
  { name: "Audit schedules", path: "/audit/schedules" },
  { name: "Mitigation", path: "/audit/mitigation" },
  { name: "Audit suppressions", path: "/audit/suppressions" },
  { name: "Audit settings", path: "/audit/settings" },
  { name: "Alarms", path: "/detect/alarms" },
  { name: "Security profiles", path: "/detect/profiles" },
  { name: "Create security profile", path: "/detect/profiles/create" },
  { name: "Metrics", path: "/detect/metrics" },
  { name: "Custom metrics and dimensions", path: "/detect/definitions" },
];
