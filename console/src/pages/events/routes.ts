// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const eventRoutes: readonly PageRoute[] = [
  { path: "events/rules", page: async () => (await import("./rules/RulesPage")).RulesPage },
  { path: "events/rules/create", page: async () => (await import("./rules/RuleForms")).CreateRulePage },
  { path: "events/rules/:bus/:name", page: async () => (await import("./rules/RulePage")).RulePage },
  {
    path: "events/rules/:bus/:name/edit",
    page: async () => (await import("./rules/RuleForms")).EditRulePage,
  },
  {
    path: "events/deliveries",
    page: async () => (await import("./deliveries/DeliveriesPage")).DeliveriesPage,
  },
  { path: "events/archives", page: async () => (await import("./archives/ArchivesPage")).ArchivesPage },
  { path: "events/channels", page: async () => (await import("./channels/ChannelsPage")).ChannelsPage },
  { path: "events/actions", page: async () => (await import("./actions/ActionsPage")).ActionsPage },
];
