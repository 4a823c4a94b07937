// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const findingRoutes: readonly PageRoute[] = [];
