// SPDX-License-Identifier: Apache-2.0
import type { SelectProps } from "@cloudscape-design/components/select";
import { useQueries } from "@tanstack/react-query";
import { call, operationKey, useList } from "../../../api/operation";
import { useScope } from "../../../session/scope";
import { metricOf, metrics, type ValueKind } from "../metrics";

const kinds: Record<string, ValueKind> = {
  number: "number",
  "number-list": "numbers",
  "string-list": "strings",
  "ip-address-list": "cidrs",
};

interface CustomMetric {
  metricName: string;
  metricType: string;
  displayName?: string;
}

/** The metrics that behaviors may judge, those of the account included, and its dimensions. */
export function useJudgedMetrics() {
  const scope = useScope();
  const names = useList<string>("iot", "ListCustomMetrics", "metricNames");
  const dimensions = useList<string>("iot", "ListDimensions", "dimensionNames");
  const custom = useQueries({
    queries: (names.data?.items ?? []).map(metricName => ({
      queryKey: operationKey(scope, "iot", "DescribeCustomMetric", { metricName }),
      queryFn: () => call<CustomMetric>(scope, "iot", "DescribeCustomMetric", { metricName }),
    })),
    combine: answers => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
  const side = (of: "broker" | "device") =>
    metrics
      .filter(metric => metric.side === of)
      .map(({ name, title }) => ({ value: name, label: title, description: name }));
  const options: SelectProps.OptionGroup[] = [
    { label: "Measured by the broker", options: side("broker") },
    { label: "Reported by devices", options: side("device") },
    {
      label: "Custom metrics",
      options: custom.map(({ metricName, displayName }) => ({
        value: metricName,
        label: displayName ?? metricName,
      })),
    },
  ];
  const kindOf = (metric: string): ValueKind =>
    metricOf(metric)?.kind ??
    kinds[custom.find(one => one.metricName === metric)?.metricType ?? ""] ??
    "number";
  return {
    options: options.filter(group => group.options.length > 0),
    dimensions: dimensions.data?.items ?? [],
    kindOf,
  };
}
