// SPDX-License-Identifier: Apache-2.0

export interface NavigationEntry {
  text: string;
  path: string;
}

export interface NavigationPart {
  title?: string;
  entries: readonly NavigationEntry[];
}

/** The side navigation, in the order in which a fleet is set up and watched. */
export const navigation: readonly NavigationPart[] = [
  { entries: [{ text: "Overview", path: "/overview" }] },
  {
    title: "Fleet",
    entries: [
      { text: "Devices", path: "/devices" },
      { text: "Thing groups", path: "/groups" },
      { text: "Connections", path: "/connections" },
      { text: "Policies", path: "/policies" },
      { text: "Certificates", path: "/certificates" },
      { text: "MQTT test client", path: "/mqtt" },
    ],
  },
  {
    title: "Audit",
    entries: [
      { text: "Results", path: "/audit/results" },
      { text: "Audit findings", path: "/audit/findings" },
      { text: "Schedules", path: "/audit/schedules" },
      { text: "Mitigation", path: "/audit/mitigation" },
      { text: "Suppressions", path: "/audit/suppressions" },
      { text: "Audit settings", path: "/audit/settings" },
    ],
  },
  {
    title: "Detect",
    entries: [
      { text: "Alarms", path: "/detect/alarms" },
      { text: "Security profiles", path: "/detect/profiles" },
      { text: "Metrics", path: "/detect/metrics" },
      { text: "Custom metrics and dimensions", path: "/detect/definitions" },
    ],
  },
  {
    title: "Hub",
    entries: [
      { text: "Findings", path: "/findings" },
      { text: "Insights", path: "/insights" },
      { text: "Standards", path: "/standards" },
      { text: "Integrations", path: "/integrations" },
      { text: "Automation", path: "/automation" },
      { text: "Correlation", path: "/correlation" },
    ],
  },
  {
    title: "Events",
    entries: [
      { text: "Rules and targets", path: "/events/rules" },
      { text: "Deliveries", path: "/events/deliveries" },
      { text: "Channels and web servers", path: "/events/channels" },
      { text: "Archives and replays", path: "/events/archives" },
      { text: "Custom actions", path: "/events/actions" },
    ],
  },
  {
    title: "Administration",
    entries: [
      { text: "Accounts and regions", path: "/accounts" },
      { text: "Settings", path: "/settings" },
    ],
  },
];
