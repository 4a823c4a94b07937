// SPDX-License-Identifier: Apache-2.0
import { useQueries } from "@tanstack/react-query";
import { call } from "../../../../api/operation";
import type { Problem } from "../../../../api/problem";
import { useScope } from "../../../../session/scope";
import type { Datum, DeviceValues } from "./breach";

const pageSize = 250;
const pages = 3;

interface Question {
  metric: string;
  dimension: string;
  startTime: number;
  endTime: number;
}

interface Page {
  metricDatumList: Datum[];
  nextToken?: string;
}

/** The latest values of one metric of several devices. */
export function useDeviceValues(things: readonly string[], question: Question) {
  const scope = useScope();
  const { metric, dimension, startTime, endTime } = question;
  return useQueries({
    queries: things.map(thingName => ({
      queryKey: [scope.account, scope.region, "preview", thingName, question],
      meta: { live: ["alarm"] },
      enabled: metric !== "",
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<DeviceValues> => {
        const data: Datum[] = [];
        let nextToken: string | undefined;
        for (let page = 0; page === 0 || (nextToken !== undefined && page < pages); page++) {
          const answer: Page = await call<Page>(
            scope,
            "iot",
            "ListMetricValues",
            {
              thingName,
              metricName: metric,
              startTime,
              endTime,
              maxResults: pageSize,
              nextToken,
              ...(dimension ? { dimensionName: dimension, dimensionValueOperator: "IN" } : {}),
            },
            signal,
          );
          data.push(...answer.metricDatumList);
          nextToken = answer.nextToken;
        }
        return { thingName, data: data.sort((a, b) => a.timestamp - b.timestamp) };
      },
    })),
    combine: answers => ({
      devices: answers.flatMap(({ data }) => data ?? []),
      isPending: answers.some(({ isPending }) => isPending),
      problem: answers.map(({ error }) => error as Problem | null).find(error => error !== null),
    }),
  });
}
