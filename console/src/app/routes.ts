// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "react";
import { accountRoutes } from "../pages/accounts/routes";
import { auditRoutes } from "../pages/audit/routes";
import { automationRoutes } from "../pages/automation/routes";
import { certificateRoutes } from "../pages/certificates/routes";
import { detectRoutes } from "../pages/detect/routes";
import { deviceRoutes } from "../pages/devices/routes";
import { eventRoutes } from "../pages/events/routes";
import { findingRoutes } from "../pages/findings/routes";
import { insightRoutes } from "../pages/insights/routes";
import { integrationRoutes } from "../pages/integrations/routes";
import { mqttRoutes } from "../pages/mqtt/routes";
import { overviewRoutes } from "../pages/overview/routes";
import { policyRoutes } from "../pages/policies/routes";
import { settingsRoutes } from "../pages/settings/routes";
import { standardRoutes } from "../pages/standards/routes";

/** A page: its path below account and region, and what loads it when it is first shown. */
export interface PageRoute {
  path: string;
  page: () => Promise<ComponentType>;
}

/** Every page of the console, by part. */
export const routes: readonly PageRoute[] = [
  ...overviewRoutes,
  ...deviceRoutes,
  ...policyRoutes,
  ...certificateRoutes,
  ...mqttRoutes,
  ...auditRoutes,
  ...detectRoutes,
  ...findingRoutes,
  ...insightRoutes,
  ...standardRoutes,
  ...integrationRoutes,
  ...automationRoutes,
  ...eventRoutes,
  ...accountRoutes,
  ...settingsRoutes,
];
