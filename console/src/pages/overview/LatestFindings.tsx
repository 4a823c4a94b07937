// SPDX-License-Identifier: Apache-2.0
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useOperation } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Severity } from "../../ui/Severity";
import { Time } from "../../ui/Time";
import { openFindings } from "../findings/filter/filters";
import { type Finding, findingPath } from "./openFindings";

const shown = 8;

/** The findings that changed last. */
export function LatestFindings() {
  const answer = useOperation<{ Findings: Finding[] }>(
    "securityhub",
    "GetFindings",
    { Filters: openFindings, SortCriteria: [{ Field: "UpdatedAt", SortOrder: "desc" }], MaxResults: shown },
    { live: ["finding"] },
  );
  if (answer.error && !answer.data) {
    return <ProblemAlert problem={answer.error} retry={() => answer.refetch()} />;
  }
  return (
    <Table<Finding>
      header={<Header variant="h2">Latest findings</Header>}
      loading={answer.isPending}
      loadingText="Loading findings"
      items={answer.data?.Findings ?? []}
      trackBy={finding => `${finding.ProductArn} ${finding.Id}`}
      columnDefinitions={[
        {
          id: "severity",
          header: "Severity",
          cell: finding => <Severity label={finding.Severity.Label} />,
          width: 110,
        },
        {
          id: "title",
          header: "Title",
          cell: finding => (
            <span className="id">
              <Link to={findingPath(finding)}>{finding.Title}</Link>
            </span>
          ),
        },
        { id: "time", header: "Updated", cell: finding => <Time at={finding.UpdatedAt} />, minWidth: 150 },
      ]}
      wrapLines
      empty={<Empty title="No open findings">Nothing is known to be wrong.</Empty>}
    />
  );
}
