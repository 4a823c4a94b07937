// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const detectRoutes: readonly PageRoute[] = [
  { path: "detect/alarms", page: async () => (await import("./alarms/AlarmsPage")).AlarmsPage },
  {
    path: "detect/alarms/:securityProfileName/:thingName/:violationId",
    page: async () => (await import("./alarms/ViolationPage")).ViolationPage,
  },
  { path: "detect/profiles", page: async () => (await import("./profiles/ProfilesPage")).ProfilesPage },
  {
    path: "detect/profiles/create",
    page: async () => (await import("./profiles/CreateProfilePage")).CreateProfilePage,
  },
  { path: "detect/profiles/:name", page: async () => (await import("./profiles/ProfilePage")).ProfilePage },
  {
    path: "detect/profiles/:name/edit",
    page: async () => (await import("./profiles/EditProfilePage")).EditProfilePage,
  },
  { path: "detect/metrics", page: async () => (await import("./metrics/MetricsPage")).MetricsPage },
  {
    path: "detect/definitions",
    page: async () => (await import("./definitions/DefinitionsPage")).DefinitionsPage,
  },
];
