// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const overviewRoutes: readonly PageRoute[] = [
  { path: "overview", page: async () => (await import("./OverviewPage")).OverviewPage },
];
