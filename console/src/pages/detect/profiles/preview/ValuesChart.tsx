// SPDX-License-Identifier: Apache-2.0
import LineChart from "@cloudscape-design/components/line-chart";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { timeTick } from "../../../../ui/timeTick";
import { metricOf, metricTitle } from "../../metrics";
import { numberOf, operatorText } from "../../values";
import { breachesOf, type DeviceValues } from "./breach";

interface ValuesChartProps {
  metric: string;
  devices: readonly DeviceValues[];
  isPending: boolean;
  span: { startTime: number; endTime: number };
  operator: string;
  limit?: number;
}

/** The values of some devices, the limit, and how many of them break it. */
export function ValuesChart({ metric, devices, isPending, span, operator, limit }: ValuesChartProps) {
  const unit = metricOf(metric)?.unit ?? "value";
  const numbers = devices.flatMap(({ data }) => data.flatMap(({ value }) => numberOf(value) ?? []));
  const highest = Math.max(1, limit ?? 0, ...numbers);
  return (
    <SpaceBetween size="xs">
      <LineChart
        height={220}
        hideFilter
        statusType={isPending ? "loading" : "finished"}
        loadingText="Loading values"
        series={[
          ...devices.map(({ thingName, data }) => ({
            title: thingName,
            type: "line" as const,
            data: data.flatMap(({ timestamp, value }) => {
              const y = numberOf(value);
              return y === undefined ? [] : [{ x: new Date(timestamp * 1000), y }];
            }),
          })),
          ...(limit === undefined
            ? []
            : [
                {
                  title: `Limit: ${operatorText(operator)} ${limit.toLocaleString("en")} ${unit}`,
                  type: "threshold" as const,
                  y: limit,
                },
              ]),
        ]}
        i18nStrings={{ xTickFormatter: timeTick }}
        xScaleType="time"
        xDomain={[new Date(span.startTime * 1000), new Date(span.endTime * 1000)]}
        yDomain={[0, highest * 1.1]}
        xTitle="Time"
        yTitle={unit}
        ariaLabel={`${metricTitle(metric)} of some devices`}
      />
      {limit !== undefined && !isPending && <Broken devices={devices} operator={operator} limit={limit} />}
    </SpaceBetween>
  );
}

function Broken({
  devices,
  operator,
  limit,
}: {
  devices: readonly DeviceValues[];
  operator: string;
  limit: number;
}) {
  const { values, broken, devices: breaking } = breachesOf(devices, operator, limit);
  if (broken === 0) {
    return (
      <StatusIndicator type="success">
        None of the {values.toLocaleString("en")} values shown breaks the limit.
      </StatusIndicator>
    );
  }
  return (
    <StatusIndicator type="warning">
      {broken.toLocaleString("en")} of the {values.toLocaleString("en")} values shown break the limit:{" "}
      {breaking.join(", ")}.
    </StatusIndicator>
  );
}
