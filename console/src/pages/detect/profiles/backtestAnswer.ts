// SPDX-License-Identifier: Apache-2.0
import type { MetricValue } from "../types";

/** What one behavior would have done. */
export interface BacktestOutcome {
  behaviorName: string;
  alarmsCount: number;
  devicesCount: number;
  alarmsPerDay: number;
  windowsCount: number;
  proposedValue?: MetricValue;
}

/** What a profile would have done. */
export interface BacktestAnswer {
  devicesCount: number;
  valuesCount: number;
  complete: boolean;
  behaviors: BacktestOutcome[];
  alarms?: { thingName: string; behaviorName: string; startTime: number; value?: MetricValue }[];
}
