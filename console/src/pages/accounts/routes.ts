// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const accountRoutes: readonly PageRoute[] = [
  { path: "accounts", page: async () => (await import("./AccountsPage")).AccountsPage },
];
