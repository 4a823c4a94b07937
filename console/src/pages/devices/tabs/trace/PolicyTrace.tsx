// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { Link } from "../../../../ui/Link";
import { Actions, Conditions, Resources } from "./StatementCells";
import type { TracedPolicy, TracedStatement } from "./types";
import { attachedInWords, statementName, verdictOf } from "./words";

/** The statements of one policy, and what each has to do with the decision. */
export function PolicyTrace({ policy }: { policy: TracedPolicy }) {
  const { policyName, policyVersionId, attachedTo, statements } = policy;
  return (
    <Table<TracedStatement>
      variant="embedded"
      wrapLines
      header={
        <Header variant="h3" description={`Version ${policyVersionId}. ${attachedInWords(attachedTo)}.`}>
          <Link to={`/policies/${encodeURIComponent(policyName)}`} fontSize="heading-s">
            {policyName}
          </Link>
        </Header>
      }
      ariaLabels={{ tableLabel: `Statements of ${policyName}` }}
      items={statements}
      trackBy={({ line, column }) => `${line}:${column}`}
      columnDefinitions={[
        {
          id: "statement",
          header: "Statement",
          width: 130,
          cell: one => (
            <>
              {statementName(one)}
              <Box variant="small" display="block">
                {one.effect === "Allow" ? "Allows" : "Denies"}
              </Box>
            </>
          ),
        },
        { id: "verdict", header: "Verdict", width: 220, cell: one => <Verdict statement={one} /> },
        { id: "action", header: "Action", minWidth: 150, cell: one => <Actions statement={one} /> },
        { id: "resource", header: "Resource", cell: one => <Resources statement={one} /> },
        { id: "condition", header: "Condition", cell: one => <Conditions statement={one} /> },
      ]}
    />
  );
}

function Verdict({ statement }: { statement: TracedStatement }) {
  const words = verdictOf(statement);
  if (!statement.decides) return <Box color="text-body-secondary">{words}</Box>;
  return <StatusIndicator type={statement.effect === "Allow" ? "success" : "error"}>{words}</StatusIndicator>;
}
