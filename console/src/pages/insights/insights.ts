// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/operation";
import type { Problem } from "../../api/problem";
import { useScope } from "../../session/scope";
import type { Filters, FilterValue } from "../findings/filter/filters";
import { filterKeys } from "../findings/filter/keys";

export interface Insight {
  InsightArn: string;
  Name: string;
  Filters: Filters;
  GroupByAttribute: string;
}

/** The insights that every account has, our own first; the API names them only by ARN. */
const managed: readonly string[] = [
  ...[1, 2, 3].map(number => `fleetward/default/${number}`),
  ...[
    1, 27, 28, 29, 35, 36, 6, 7, 8, 9, 10, 11, 12, 13, 3, 14, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 30, 31,
    32, 33, 34, 37,
  ].map(number => `securityhub/default/${number}`),
];

const partition = (region: string): string =>
  region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";

/** The ARN of a managed insight, by its name, such as securityhub/default/29. */
export const managedArn = (region: string, name: string): string =>
  `arn:${partition(region)}:securityhub:::insight/${name}`;

export const isManaged = ({ InsightArn }: Insight): boolean => InsightArn.includes(":::insight/");

/** All insights: the account's own first, then the managed ones. */
export function useInsights() {
  const scope = useScope();
  return useQuery<{ items: Insight[]; complete: boolean }, Problem>({
    queryKey: [scope.account, scope.region, "securityhub", "GetInsights", "all"],
    queryFn: async ({ signal }) => {
      const ask = (input: object) =>
        call<{ Insights: Insight[]; NextToken?: string }>(
          scope,
          "securityhub",
          "GetInsights",
          { ...input },
          signal,
        );
      const arns = managed.map(name => managedArn(scope.region, name));
      const [own, given] = await Promise.all([
        ask({ MaxResults: 100 }),
        ask({ InsightArns: arns, MaxResults: 100 }),
      ]);
      return { items: [...own.Insights, ...given.Insights], complete: own.NextToken === undefined };
    },
  });
}

/** The findings of an insight that have one of the values it groups by. */
export function filtersOf(insight: Insight, value: string): Filters {
  const key = insight.GroupByAttribute;
  const kind = filterKeys[key];
  const one: FilterValue =
    kind === "number"
      ? { Eq: Number(value) }
      : kind === "address"
        ? { Cidr: value }
        : { Value: value, Comparison: "EQUALS" };
  return { ...insight.Filters, [key]: [one] };
}
