// SPDX-License-Identifier: Apache-2.0
import AreaChart from "@cloudscape-design/components/area-chart";
import { useOperation } from "../../api/operation";
import { countTick } from "../../ui/countTick";
import { Empty } from "../../ui/Empty";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { timeTick } from "../../ui/timeTick";
import { useRecent } from "../../ui/useRecent";
import { hours, type OpenCount } from "./trend";

const days = 14;

/** Less would have the same minute below every tick. */
const atLeastSeconds = 600;

const severities = [
  { key: "low", title: "Low", color: "var(--severity-low)" },
  { key: "medium", title: "Medium", color: "var(--severity-medium)" },
  { key: "high", title: "High", color: "var(--severity-high)" },
  { key: "critical", title: "Critical", color: "var(--severity-critical)" },
] as const;

/** How the open findings developed in the last two weeks, worst on top. */
export default function TrendChart() {
  const span = useRecent(days);
  const answer = useOperation<{ counts: OpenCount[] }>("fleetward", "ListOpenFindingCounts", span, {
    live: ["finding"],
  });
  if (answer.error && !answer.data) {
    return <ProblemAlert problem={answer.error} retry={() => answer.refetch()} />;
  }
  const counts = hours(answer.data?.counts ?? [], span);
  const first = counts[0]?.at ?? span.startTime;
  const last = counts.at(-1)?.at ?? span.endTime;
  return (
    <AreaChart
      height={150}
      hideFilter
      hideLegend
      statusType={answer.isPending ? "loading" : "finished"}
      loadingText="Loading the trend"
      series={severities.map(({ key, title, color }) => ({
        title,
        color,
        type: "area" as const,
        data: counts.map(count => ({ x: new Date(count.at * 1000), y: count[key] })),
      }))}
      xScaleType="time"
      xDomain={[new Date(Math.min(first, last - atLeastSeconds) * 1000), new Date(last * 1000)]}
      yDomain={[
        0,
        Math.max(1, ...counts.map(({ critical, high, medium, low }) => critical + high + medium + low)),
      ]}
      i18nStrings={{ xTickFormatter: timeTick, yTickFormatter: countTick }}
      xTitle="Time"
      yTitle="Open findings"
      ariaLabel="Open findings by severity over time"
      empty={
        <Empty title="No trend yet">Open findings are counted every ten minutes; look again soon.</Empty>
      }
    />
  );
}
