// SPDX-License-Identifier: Apache-2.0
import BarChart from "@cloudscape-design/components/bar-chart";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSearchParams } from "react-router";
import { useOperation } from "../../api/operation";
import { useGo } from "../../session/go";
import { CopyCli } from "../../ui/CopyCli";
import { countTick } from "../../ui/countTick";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceTable } from "../../ui/ResourceTable";
import { CustomActionMenu } from "../findings/change/CustomActionMenu";
import { findingsPath } from "../findings/filter/filters";
import { labelOf } from "../findings/filter/keys";
import { FilterWords } from "./FilterWords";
import { filtersOf, type Insight, isManaged } from "./insights";

interface Group {
  GroupByAttributeValue: string;
  Count: number;
}

interface Results {
  InsightResults: { GroupByAttribute: string; ResultValues: Group[] };
}

const bars = 12;

/** What an insight counts, as a chart and as a table; each value leads to its findings. */
export function InsightPage() {
  const [params] = useSearchParams();
  const arn = params.get("arn") ?? "";
  const found = useOperation<{ Insights: Insight[] }>("securityhub", "GetInsights", { InsightArns: [arn] });
  const results = useOperation<Results>(
    "securityhub",
    "GetInsightResults",
    { InsightArn: arn },
    { live: ["finding"] },
  );
  const go = useGo();
  const insight = found.data?.Insights[0];
  const groups = results.data?.InsightResults.ResultValues ?? [];
  const problem = found.error ?? results.error;
  const by = insight ? labelOf(insight.GroupByAttribute) : "Value";
  return (
    <Page
      title={insight?.Name ?? "Insight"}
      above={[{ text: "Insights", path: "/insights" }]}
      description={insight && <FilterWords filters={insight.Filters} />}
      help={<p>The findings of the insight, counted by one field: the 100 values with the most findings.</p>}
      actions={
        insight && (
          <SpaceBetween direction="horizontal" size="xs">
            <CopyCli service="securityhub" operation="GetInsightResults" input={{ InsightArn: arn }} />
            <CustomActionMenu insightArn={arn} />
            {!isManaged(insight) && (
              <Button onClick={() => go(`/insights/edit?arn=${encodeURIComponent(arn)}`)}>Edit</Button>
            )}
            <Button onClick={() => go(findingsPath(insight.Filters))}>See findings</Button>
          </SpaceBetween>
        )
      }
    >
      {problem ? (
        <ProblemAlert
          problem={problem}
          retry={() => void Promise.all([found.refetch(), results.refetch()])}
        />
      ) : (
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">Findings by {by}</Header>}>
            {results.data && groups.length === 0 ? (
              <Empty title="Nothing to count">
                No finding is as the insight asks, or none of them has the field.
              </Empty>
            ) : (
              <BarChart
                series={[
                  {
                    title: "Findings",
                    type: "bar",
                    data: groups.slice(0, bars).map(({ GroupByAttributeValue, Count }) => ({
                      x: short(GroupByAttributeValue),
                      y: Count,
                    })),
                  },
                ]}
                xDomain={groups
                  .slice(0, bars)
                  .map(({ GroupByAttributeValue }) => short(GroupByAttributeValue))}
                horizontalBars
                hideFilter
                hideLegend
                height={Math.max(120, Math.min(groups.length, bars) * 32)}
                statusType={results.data ? "finished" : "loading"}
                loadingText="Counting findings"
                i18nStrings={{ yTickFormatter: countTick }}
                xTitle={by}
                yTitle="Findings"
                ariaLabel={`Findings by ${by}`}
              />
            )}
          </Container>
          <ResourceTable<Group>
            title="Values"
            name="values"
            query={{
              data: results.data && { items: groups, complete: groups.length < 100 },
              error: results.error,
              isPending: results.isPending,
              refetch: results.refetch,
            }}
            idOf={({ GroupByAttributeValue }) => GroupByAttributeValue}
            empty={<Empty title="Nothing to count" />}
            columns={[
              {
                id: "value",
                header: by,
                cell: group =>
                  insight ? (
                    <Link to={findingsPath(filtersOf(insight, group.GroupByAttributeValue))}>
                      {group.GroupByAttributeValue}
                    </Link>
                  ) : (
                    group.GroupByAttributeValue
                  ),
                text: group => group.GroupByAttributeValue,
              },
              {
                id: "count",
                header: "Findings",
                cell: group => group.Count.toLocaleString("en"),
                text: group => group.Count,
                width: 160,
              },
            ]}
          />
        </SpaceBetween>
      )}
    </Page>
  );
}

/** Long names keep their end, where they differ. */
const short = (value: string): string => (value.length > 36 ? `…${value.slice(-35)}` : value);
