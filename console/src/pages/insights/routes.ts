// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const insightRoutes: readonly PageRoute[] = [
  { path: "insights", page: async () => (await import("./InsightsPage")).InsightsPage },
  { path: "insights/view", page: async () => (await import("./InsightPage")).InsightPage },
  { path: "insights/create", page: async () => (await import("./InsightForms")).CreateInsightPage },
  { path: "insights/edit", page: async () => (await import("./InsightForms")).EditInsightPage },
];
