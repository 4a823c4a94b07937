// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import LineChart from "@cloudscape-design/components/line-chart";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { useEffect, useState } from "react";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { useUrlState } from "../../../ui/urlState";
import { deviceMetrics } from "../metrics";
import type { MetricDatum } from "../types";
import { numberOf, valueInWords } from "../words";

const ranges = [
  { value: "3600", label: "1 hour" },
  { value: "86400", label: "1 day" },
  { value: "604800", label: "7 days" },
  { value: "1209600", label: "14 days" },
];
const stepSeconds = 60;
const atMost = 3000;

/** The values of one metric of a device over time. */
export function MetricsTab({ thingName }: { thingName: string }) {
  const [metric = "aws:message-byte-size", setMetric] = useUrlState("metric");
  const [range = "3600", setRange] = useUrlState("range");
  const end = useMinute();
  const custom = useList<string>("iot", "ListCustomMetrics", "metricNames");
  const values = useList<MetricDatum>(
    "iot",
    "ListMetricValues",
    "metricDatumList",
    { thingName, metricName: metric, startTime: end - Number(range), endTime: end, maxResults: 250 },
    { atMost },
  );
  const options = [...deviceMetrics, ...(custom.data?.items ?? [])].map(value => ({ value, label: value }));
  const data = [...(values.data?.items ?? [])].sort((a, b) => a.timestamp - b.timestamp);
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Metric</Header>}>
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <FormField label="Metric">
              <Select
                selectedOption={options.find(option => option.value === metric) ?? { value: metric }}
                options={options}
                onChange={({ detail }) => setMetric(detail.selectedOption.value)}
                filteringType="auto"
              />
            </FormField>
            <FormField label="Over the last">
              <Select
                selectedOption={ranges.find(({ value }) => value === range) ?? null}
                options={ranges}
                onChange={({ detail }) => setRange(detail.selectedOption.value)}
              />
            </FormField>
          </ColumnLayout>
          {values.error ? (
            <ProblemAlert problem={values.error} retry={() => values.refetch()} />
          ) : values.isPending ? (
            <StatusIndicator type="loading">Loading values</StatusIndicator>
          ) : data.length > 0 && numberOf(data[0]?.value) !== undefined ? (
            <Chart metric={metric} data={data} from={end - Number(range)} to={end} />
          ) : (
            <Sets data={data} />
          )}
          {values.data?.complete === false && (
            <StatusIndicator type="info">Only the first {atMost} values are shown.</StatusIndicator>
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

interface ChartProps {
  metric: string;
  data: readonly MetricDatum[];
  from: number;
  to: number;
}

function Chart({ metric, data, from, to }: ChartProps) {
  const points = data.map(({ timestamp, value }) => ({
    x: new Date(timestamp * 1000),
    y: numberOf(value) ?? 0,
  }));
  const highest = Math.max(1, ...points.map(({ y }) => y));
  return (
    <LineChart
      series={[{ title: metric, type: "line", data: points }]}
      xDomain={[new Date(from * 1000), new Date(to * 1000)]}
      yDomain={[0, highest * 1.1]}
      xScaleType="time"
      xTitle="Time"
      yTitle={metric}
      height={280}
      hideFilter
      hideLegend
      ariaLabel={`Values of ${metric}`}
      xTickFormatter={at =>
        at.toLocaleString("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" })
      }
    />
  );
}

/** Values that are sets: of addresses, ports or words. */
function Sets({ data }: { data: readonly MetricDatum[] }) {
  return (
    <Table<MetricDatum>
      variant="embedded"
      items={[...data].reverse()}
      ariaLabels={{ tableLabel: "Values" }}
      empty={
        <Empty title="No values">
          Values are kept once a security profile that applies to the device watches the metric or retains it.
        </Empty>
      }
      columnDefinitions={[
        { id: "at", header: "Time", width: 200, cell: datum => <Time at={datum.timestamp} /> },
        { id: "value", header: "Value", cell: datum => valueInWords(datum.value) },
      ]}
    />
  );
}

/** The current minute's end, in epoch seconds. */
function useMinute(): number {
  const minute = () => Math.ceil(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const [now, setNow] = useState(minute);
  useEffect(() => {
    const timer = setInterval(() => setNow(minute()), stepSeconds * 1000);
    return () => clearInterval(timer);
  });
  return now;
}
