// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const deviceRoutes: readonly PageRoute[] = [
  { path: "devices", page: async () => (await import("./DevicesPage")).DevicesPage },
  { path: "devices/:name", page: async () => (await import("./DevicePage")).DevicePage },
  { path: "groups", page: async () => (await import("./groups/GroupsPage")).GroupsPage },
  { path: "groups/:name", page: async () => (await import("./groups/GroupPage")).GroupPage },
  { path: "connections", page: async () => (await import("./connections/ConnectionsPage")).ConnectionsPage },
];
