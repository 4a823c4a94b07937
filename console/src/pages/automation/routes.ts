// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const automationRoutes: readonly PageRoute[] = [
  { path: "automation", page: async () => (await import("./AutomationPage")).AutomationPage },
  { path: "automation/create", page: async () => (await import("./RuleForms")).CreateRulePage },
  { path: "automation/edit", page: async () => (await import("./RuleForms")).EditRulePage },
  { path: "correlation", page: async () => (await import("./correlation/CorrelationPage")).CorrelationPage },
  {
    path: "correlation/create",
    page: async () => (await import("./correlation/CorrelationForms")).CreateCorrelationPage,
  },
  {
    path: "correlation/:ruleId/edit",
    page: async () => (await import("./correlation/CorrelationForms")).EditCorrelationPage,
  },
];
