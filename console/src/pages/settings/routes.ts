// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const settingsRoutes: readonly PageRoute[] = [
  { path: "settings", page: async () => (await import("./SettingsPage")).SettingsPage },
];
