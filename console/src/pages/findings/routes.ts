// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const findingRoutes: readonly PageRoute[] = [
  { path: "findings", page: async () => (await import("./FindingsPage")).FindingsPage },
  {
    path: "findings/suppressions",
    page: async () => (await import("./suppressions/SuppressionsPage")).SuppressionsPage,
  },
];
