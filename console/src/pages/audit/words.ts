// SPDX-License-Identifier: Apache-2.0
import type { ResourceIdentifier } from "./types";

const capitals = new Map(
  ["IOT", "CA", "ID", "MQTT"].map(word => [word, word === "IOT" ? "IoT" : word] as const),
);

/** IOT_POLICY_OVERLY_PERMISSIVE_CHECK as people read it: "IoT policy overly permissive". */
export function checkTitle(name: string): string {
  const words = name.replace(/_CHECK$/, "").split("_");
  return words
    .map(
      (word, i) =>
        capitals.get(word) ?? (i === 0 ? word[0] + word.slice(1).toLowerCase() : word.toLowerCase()),
    )
    .join(" ");
}

/** DEVICE_CERTIFICATE becomes "Device certificate". */
export const constantTitle = (name: string): string => checkTitle(name);

/** The words by which people know a resource of an audit. */
export function resourceName(resource: ResourceIdentifier): string {
  const policy = resource.policyVersionIdentifier as
    | { policyName?: string; policyVersionId?: string }
    | undefined;
  if (policy)
    return `${policy.policyName ?? ""}${policy.policyVersionId ? ` version ${policy.policyVersionId}` : ""}`;
  for (const value of Object.values(resource)) {
    if (typeof value === "string") return value;
  }
  return JSON.stringify(resource);
}

/** Where the console shows the resource; undefined if nowhere. */
export function resourcePath(resource: ResourceIdentifier): string | undefined {
  const policy = resource.policyVersionIdentifier as { policyName?: string } | undefined;
  if (policy?.policyName) return `/policies/${encodeURIComponent(policy.policyName)}`;
  if (typeof resource.deviceCertificateId === "string")
    return `/certificates/${resource.deviceCertificateId}`;
  if (typeof resource.account === "string") return "/audit/settings";
  return undefined;
}
