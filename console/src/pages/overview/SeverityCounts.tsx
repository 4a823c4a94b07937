// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useOperation } from "../../api/operation";
import { useScope } from "../../session/scope";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Severity } from "../../ui/Severity";
import { findingsPath } from "../findings/filter/filters";
import { managedArn } from "../insights/insights";
import { labels, severityFilter } from "./openFindings";

/** The managed insight that counts open findings by severity. */
const bySeverity = "securityhub/default/29";

interface Results {
  InsightResults: { ResultValues: { GroupByAttributeValue: string; Count: number }[] };
}

/** How many findings are open, by severity; each number leads to them. */
export function SeverityCounts() {
  const { region } = useScope();
  const results = useOperation<Results>(
    "securityhub",
    "GetInsightResults",
    { InsightArn: managedArn(region, bySeverity) },
    { live: ["finding"] },
  );
  if (results.error && !results.data) {
    return <ProblemAlert problem={results.error} retry={() => results.refetch()} />;
  }
  const counts = new Map(
    results.data?.InsightResults.ResultValues.map(one => [one.GroupByAttributeValue, one.Count]),
  );
  return (
    <ColumnLayout columns={4} variant="text-grid" minColumnWidth={80}>
      {labels.map(label => (
        <SpaceBetween key={label} size="xxs">
          <Severity label={label} />
          <Link to={findingsPath(severityFilter(label))} fontSize="display-l">
            {results.data ? (counts.get(label) ?? 0).toLocaleString("en") : "…"}
          </Link>
        </SpaceBetween>
      ))}
    </ColumnLayout>
  );
}
