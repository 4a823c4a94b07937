// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const integrationRoutes: readonly PageRoute[] = [
  { path: "integrations", page: async () => (await import("./IntegrationsPage")).IntegrationsPage },
];
