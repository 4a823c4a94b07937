// SPDX-License-Identifier: Apache-2.0
import type { Api } from "./api";
import { home } from "./home";
import * as subjects from "./subjects";

/** A page that stands by itself. */
export interface ListedPage {
  name: string;
  /** Below account and region; what follows a colon is filled from the subject. */
  path: string;
  of?: subjects.Subject;
  /** What it is for, it shows without the server. */
  alone?: boolean;
  core?: boolean;
}

/** Where the page is on the server of this API. */
export async function addressOf({ path, of }: ListedPage, api: () => Promise<Api>): Promise<string> {
  const words = of ? await of(await api()) : {};
  return home + path.replace(/:(\w+)/g, (_, word: string) => encodeURIComponent(words[word] ?? ""));
}

/** Every page of the console and what its tabs show; each is scanned in light and dark. */
export const pages: readonly ListedPage[] = [
  { name: "Overview", path: "/overview" },
  { name: "Devices", path: "/devices" },
  { name: "Device", path: "/devices/gateway-001" },
  { name: "Policies of a device", path: "/devices/gateway-001?tab=policies" },
  { name: "Policy simulator", path: "/devices/gateway-001?tab=simulator" },
  { name: "Connections of a device", path: "/devices/gateway-001?tab=connections" },
  { name: "Metrics of a device", path: "/devices/gateway-001?tab=metrics" },
  { name: "Alarms of a device", path: "/devices/pump-042?tab=alarms" },
  { name: "Findings of a device", path: "/devices/pump-042?tab=findings" },
  { name: "Doctor", path: "/devices/gateway-001?tab=doctor" },
  { name: "Thing groups", path: "/groups" },
  { name: "Thing group", path: "/groups/gateways" },
  { name: "Policies of a group", path: "/groups/gateways?tab=policies" },
  { name: "Security profiles of a group", path: "/groups/gateways?tab=profiles" },
  { name: "Connections", path: "/connections" },
  { name: "Policies", path: "/policies" },
  { name: "Create policy", path: "/policies/create" },
  { name: "Create policy as JSON", path: "/policies/create?as=json" },
  { name: "Policy", path: "/policies/gateway-debug" },
  { name: "Versions of a policy", path: "/policies/gateway-debug?tab=versions" },
  { name: "What a policy is attached to", path: "/policies/gateway-debug?tab=targets" },
  { name: "Versions compared", path: "/policies/gateway-debug?tab=compare" },
  { name: "Edit policy", path: "/policies/gateway-debug/edit" },
  { name: "Certificates", path: "/certificates" },
  { name: "Expiry calendar", path: "/certificates?tab=expiry" },
  { name: "CA certificates", path: "/certificates?tab=authorities" },
  { name: "Certificate", path: "/certificates/:id", of: subjects.certificate },
  { name: "Things of a certificate", path: "/certificates/:id?tab=things", of: subjects.certificate },
  { name: "MQTT test client", path: "/mqtt", alone: true },
  { name: "Audit results", path: "/audit/results" },
  { name: "Audit report", path: "/audit/results/:taskId", of: subjects.auditTask },
  { name: "Audit findings", path: "/audit/findings" },
  { name: "Audit finding", path: "/audit/findings/:findingId", of: subjects.auditFinding },
  { name: "Audit schedules", path: "/audit/schedules" },
  { name: "Mitigation", path: "/audit/mitigation" },
  { name: "Mitigation actions", path: "/audit/mitigation?tab=actions" },
  { name: "Mitigation task", path: "/audit/mitigation/:kind/:taskId", of: subjects.mitigationTask },
  { name: "Audit suppressions", path: "/audit/suppressions" },
  { name: "Audit settings", path: "/audit/settings" },
  { name: "Alarms", path: "/detect/alarms" },
  { name: "Alarm history", path: "/detect/alarms?tab=history" },
  {
    name: "Alarm",
    path: "/detect/alarms/:securityProfileName/:thingName/:violationId",
    of: subjects.violation,
  },
  { name: "Security profiles", path: "/detect/profiles" },
  { name: "Create security profile", path: "/detect/profiles/create", alone: true },
  { name: "Security profile", path: "/detect/profiles/fleet-behavior" },
  { name: "Edit security profile", path: "/detect/profiles/fleet-behavior/edit" },
  { name: "Metrics", path: "/detect/metrics", alone: true },
  { name: "Custom metrics and dimensions", path: "/detect/definitions" },
  { name: "Findings", path: "/findings", core: true },
  { name: "Finding", path: "/findings?id=:id&product=:product", of: subjects.finding },
  {
    name: "What led to a finding",
    path: "/findings?id=:id&product=:product&tab=chain",
    of: subjects.finding,
  },
  { name: "Suppressions of findings", path: "/findings/suppressions" },
  { name: "Insights", path: "/insights" },
  {
    name: "Insight",
    path: "/insights/view?arn=arn%3Aaws%3Asecurityhub%3A%3A%3Ainsight%2Fsecurityhub%2Fdefault%2F29",
  },
  { name: "Create insight", path: "/insights/create", alone: true },
  { name: "Edit insight", path: "/insights/edit?arn=:arn", of: subjects.insight },
  { name: "Standards", path: "/standards" },
  { name: "Standard", path: "/standards/view?arn=:arn", of: subjects.standard },
  { name: "Integrations", path: "/integrations" },
  { name: "Automation rules", path: "/automation" },
  { name: "Create automation rule", path: "/automation/create" },
  { name: "Edit automation rule", path: "/automation/edit?arn=:arn", of: subjects.automationRule },
  { name: "Correlation rules", path: "/correlation" },
  { name: "Create correlation rule", path: "/correlation/create" },
  { name: "Edit correlation rule", path: "/correlation/:ruleId/edit", of: subjects.correlationRule },
  { name: "Rules and targets", path: "/events/rules" },
  { name: "Create rule of events", path: "/events/rules/create", alone: true },
  { name: "Rule of events", path: "/events/rules/:bus/:name", of: subjects.eventRule },
  { name: "Edit rule of events", path: "/events/rules/:bus/:name/edit", of: subjects.eventRule },
  { name: "Deliveries", path: "/events/deliveries" },
  { name: "Dead letters", path: "/events/deliveries?tab=dead" },
  { name: "Channels", path: "/events/channels" },
  { name: "Web servers", path: "/events/channels?tab=destinations" },
  { name: "Connections to web servers", path: "/events/channels?tab=connections" },
  { name: "Archives", path: "/events/archives" },
  { name: "Replays", path: "/events/archives?tab=replays" },
  { name: "Custom actions", path: "/events/actions" },
  { name: "Accounts and regions", path: "/accounts" },
  { name: "Administrator", path: "/accounts?tab=administrator" },
  { name: "Organization", path: "/accounts?tab=organization" },
  { name: "Linked regions", path: "/accounts?tab=regions" },
  { name: "Settings", path: "/settings", alone: true },
  { name: "Users", path: "/settings?tab=users" },
  { name: "Access keys", path: "/settings?tab=keys" },
  { name: "Endpoints", path: "/settings?tab=endpoints" },
  { name: "Fleet index", path: "/settings?tab=index" },
  { name: "About", path: "/settings?tab=about", alone: true },
];
