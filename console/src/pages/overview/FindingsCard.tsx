// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useOperation } from "../../api/operation";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { Severity } from "../../ui/Severity";
import { findingsPath, openFindings } from "../findings/filter/filters";
import { countedAtMost, type Finding, severityFilter } from "./openFindings";

const labels = ["CRITICAL", "HIGH", "MEDIUM", "LOW"];
const day = [{ DateRange: { Value: 1, Unit: "DAYS" } }];

interface Answer {
  Findings: Finding[];
  NextToken?: string;
}

/** Open findings by severity, and how many are new today. */
export function FindingsCard() {
  const fresh = useCount({ ...openFindings, CreatedAt: day });
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link to="/findings">All findings</Link>}>
          Open findings
        </Header>
      }
    >
      {fresh.problem ? (
        <ProblemAlert problem={fresh.problem} retry={fresh.retry} />
      ) : (
        <SpaceBetween size="m">
          <ColumnLayout columns={4} variant="text-grid">
            {labels.map(label => (
              <Count key={label} label={label} />
            ))}
          </ColumnLayout>
          <Box color="text-body-secondary">New in the last 24 hours: {fresh.text}</Box>
        </SpaceBetween>
      )}
    </Container>
  );
}

function Count({ label }: { label: string }) {
  const { text } = useCount(severityFilter(label));
  return (
    <SpaceBetween size="xxs">
      <Severity label={label} />
      <Link to={findingsPath(severityFilter(label))} fontSize="display-l">
        {text}
      </Link>
    </SpaceBetween>
  );
}

function useCount(Filters: object) {
  const answer = useOperation<Answer>(
    "securityhub",
    "GetFindings",
    { Filters, MaxResults: countedAtMost },
    { live: ["finding"] },
  );
  const count = answer.data?.Findings.length;
  const text = count === undefined ? "…" : `${count}${answer.data?.NextToken ? "+" : ""}`;
  return {
    text,
    problem: answer.data ? undefined : (answer.error ?? undefined),
    retry: () => void answer.refetch(),
  };
}
