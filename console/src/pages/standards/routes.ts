// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const standardRoutes: readonly PageRoute[] = [
  { path: "standards", page: async () => (await import("./StandardsPage")).StandardsPage },
  { path: "standards/view", page: async () => (await import("./StandardPage")).StandardPage },
];
