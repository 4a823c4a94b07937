// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import LineChart from "@cloudscape-design/components/line-chart";
import { useList } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { timeTick } from "../../ui/timeTick";
import { metricOf, metricTitle } from "./metrics";
import type { MetricValue } from "./types";
import { numberOf } from "./values";

interface Datum {
  timestamp: number;
  value: MetricValue;
}

interface MetricChartProps {
  thingName: string;
  metric: string;
  startTime: number;
  endTime: number;
  dimension?: { name: string; operator?: string };
  /** Limits to draw, each with its words. */
  limits?: readonly { title: string; y: number }[];
  /** A moment to mark: the datapoint that is talked about. */
  mark?: { title: string; at: number };
  height?: number;
}

const pointsAtMost = 2000;

/** One metric of one device over time, with its limits. */
export function MetricChart(props: MetricChartProps) {
  const { thingName, metric, startTime, endTime, dimension, limits = [], mark, height = 260 } = props;
  const values = useList<Datum>(
    "iot",
    "ListMetricValues",
    "metricDatumList",
    {
      thingName,
      metricName: metric,
      startTime,
      endTime,
      ...(dimension
        ? { dimensionName: dimension.name, dimensionValueOperator: dimension.operator ?? "IN" }
        : {}),
    },
    { atMost: pointsAtMost, live: ["alarm"] },
  );
  if (values.error && !values.data)
    return <ProblemAlert problem={values.error} retry={() => values.refetch()} />;
  const points = (values.data?.items ?? [])
    .map(({ timestamp, value }) => ({ x: new Date(timestamp * 1000), y: numberOf(value) ?? countOf(value) }))
    .sort((a, b) => a.x.getTime() - b.x.getTime());
  const unit = metricOf(metric)?.unit ?? "value";
  return (
    <LineChart
      height={height}
      hideFilter
      statusType={values.isPending ? "loading" : "finished"}
      loadingText="Loading values"
      recoveryText="Try again"
      series={[
        { title: metricTitle(metric), type: "line", data: points },
        ...limits.map(({ title, y }) => ({ title, type: "threshold" as const, y })),
        ...(mark ? [{ title: mark.title, type: "threshold" as const, x: new Date(mark.at * 1000) }] : []),
      ]}
      i18nStrings={{ xTickFormatter: timeTick }}
      xScaleType="time"
      xDomain={[new Date(startTime * 1000), new Date(endTime * 1000)]}
      xTitle="Time"
      yTitle={unit}
      ariaLabel={`${metricTitle(metric)} of ${thingName}`}
      empty={
        <Empty title="No values" action={<Button onClick={() => void values.refetch()}>Look again</Button>}>
          The device has not sent anything that counts for this metric, or no security profile keeps it.
        </Empty>
      }
    />
  );
}

/** Sets are drawn by how many they hold. */
const countOf = (value: MetricValue) =>
  (value.cidrs ?? value.ports ?? value.numbers ?? value.strings ?? []).length;
