// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const policyRoutes: readonly PageRoute[] = [
  { path: "policies", page: async () => (await import("./PoliciesPage")).PoliciesPage },
  { path: "policies/create", page: async () => (await import("./CreatePolicyPage")).CreatePolicyPage },
  { path: "policies/:name", page: async () => (await import("./PolicyPage")).PolicyPage },
  { path: "policies/:name/edit", page: async () => (await import("./EditPolicyPage")).EditPolicyPage },
];
