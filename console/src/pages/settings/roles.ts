// SPDX-License-Identifier: Apache-2.0

/** The roles of users, with what they are for. */
export const roles = [
  { value: "administrator", label: "Administrator", description: "Everything, users included." },
  { value: "operator", label: "Operator", description: "Everything but users and access." },
  { value: "analyst", label: "Analyst", description: "Looks at everything and works on findings." },
  { value: "auditor", label: "Auditor", description: "Looks at everything and runs audits." },
  {
    value: "device-admin",
    label: "Device administrator",
    description: "Looks at everything, keeps devices and talks to them.",
  },
  { value: "read-only", label: "Read only", description: "Looks at everything." },
] as const;

export const roleTitle = (name: string): string => roles.find(({ value }) => value === name)?.label ?? name;
