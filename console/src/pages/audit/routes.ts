// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const auditRoutes: readonly PageRoute[] = [
  { path: "audit/results", page: async () => (await import("./results/ResultsPage")).ResultsPage },
  { path: "audit/results/:taskId", page: async () => (await import("./results/ReportPage")).ReportPage },
  {
    path: "audit/findings",
    page: async () => (await import("./findings/AuditFindingsPage")).AuditFindingsPage,
  },
  {
    path: "audit/findings/:findingId",
    page: async () => (await import("./findings/AuditFindingPage")).AuditFindingPage,
  },
  { path: "audit/schedules", page: async () => (await import("./schedules/SchedulesPage")).SchedulesPage },
  {
    path: "audit/mitigation",
    page: async () => (await import("./mitigation/MitigationPage")).MitigationPage,
  },
  {
    path: "audit/mitigation/:kind/:taskId",
    page: async () => (await import("./mitigation/TaskPage")).TaskPage,
  },
  {
    path: "audit/suppressions",
    page: async () => (await import("./suppressions/SuppressionsPage")).SuppressionsPage,
  },
  {
    path: "audit/settings",
    page: async () => (await import("./settings/AuditSettingsPage")).AuditSettingsPage,
  },
];
