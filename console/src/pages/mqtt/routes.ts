// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const mqttRoutes: readonly PageRoute[] = [
  { path: "mqtt", page: async () => (await import("./MqttPage")).MqttPage },
];
