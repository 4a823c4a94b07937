// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import { Fragment } from "react";
import { Link } from "../../../ui/Link";
import type { AuthResult } from "../types";

interface SimulatorResultsProps {
  results: readonly AuthResult[];
  /** Which of them is explained below. */
  traced: number;
  onTrace: (index: number) => void;
}

/** One line per request: whether it is allowed, and which policies say so. */
export function SimulatorResults({ results, traced, onTrace }: SimulatorResultsProps) {
  return (
    <Table<AuthResult>
      header={<Header variant="h2">Decisions</Header>}
      items={results}
      wrapLines
      ariaLabels={{ tableLabel: "Decisions" }}
      empty="Nothing was asked."
      columnDefinitions={[
        {
          id: "request",
          header: "Request",
          cell: ({ authInfo }) => (
            <>
              {authInfo.actionType.toLowerCase()} <Box variant="code">{authInfo.resources.join(", ")}</Box>
            </>
          ),
        },
        { id: "decision", header: "Decision", minWidth: 250, cell: result => <Decision result={result} /> },
        { id: "because", header: "Because", cell: result => <Because result={result} /> },
        {
          id: "trace",
          header: "Trace",
          width: 150,
          cell: result => {
            const index = results.indexOf(result);
            return index === traced ? (
              "Shown below"
            ) : (
              <Button
                variant="inline-link"
                ariaLabel={`Trace request ${index + 1}`}
                onClick={() => onTrace(index)}
              >
                Show
              </Button>
            );
          },
        },
      ]}
    />
  );
}

function Decision({ result }: { result: AuthResult }) {
  switch (result.authDecision) {
    case "ALLOWED":
      return <StatusIndicator type="success">Allowed</StatusIndicator>;
    case "EXPLICIT_DENY":
      return <StatusIndicator type="error">Denied by a statement</StatusIndicator>;
    default:
      return <StatusIndicator type="stopped">Allowed by no statement</StatusIndicator>;
  }
}

function Because({ result }: { result: AuthResult }) {
  const { authDecision, allowed, denied, missingContextValues = [] } = result;
  const missing = missingContextValues.length > 0 && (
    <Box variant="small" display="block">
      Not known here: {missingContextValues.join(", ")}
    </Box>
  );
  if (authDecision === "ALLOWED") {
    return (
      <>
        Allowed by <Policies names={allowed?.policies} />
        {missing}
      </>
    );
  }
  if (authDecision === "EXPLICIT_DENY") {
    return (
      <>
        Denied by <Policies names={denied?.explicitDeny?.policies} />
        {missing}
      </>
    );
  }
  const looked = denied?.implicitDeny?.policies ?? [];
  return (
    <>
      {looked.length === 0 ? (
        "No policy is in force."
      ) : (
        <>
          None of these allows it: <Policies names={looked} />
        </>
      )}
      {missing}
    </>
  );
}

function Policies({ names = [] }: { names?: readonly { policyName: string }[] }) {
  return names.map(({ policyName }, index) => (
    <Fragment key={policyName}>
      {index > 0 && ", "}
      <Link to={`/policies/${encodeURIComponent(policyName)}`}>{policyName}</Link>
    </Fragment>
  ));
}
