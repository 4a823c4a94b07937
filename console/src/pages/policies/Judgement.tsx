// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { useOperation } from "../../api/operation";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { checkTitle } from "../audit/words";
import { DifferencesTable } from "./DifferencesTable";
import { emptyDocument, jsonFault } from "./document";
import type { Comparison, Fault } from "./types";

const quietMilliseconds = 400;

/** What a document that is being written allows, or how it differs from the one in force. */
export function Judgement({ document, inForce }: { document: string; inForce?: string }) {
  const settled = useSettled(document);
  const fault = jsonFault(settled);
  const comparison = useOperation<Comparison>(
    "fleetward",
    "ComparePolicies",
    { oldDocument: inForce ?? emptyDocument, newDocument: settled },
    { enabled: fault === undefined },
  );
  const faults = useOperation<{ faults?: Fault[] }>(
    "fleetward",
    "CheckPolicy",
    { policyDocument: settled },
    {
      enabled: fault === undefined,
    },
  );
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            inForce === undefined
              ? "Decided for all requests at once, while you type. Nothing is saved yet."
              : "Against the version in force, decided for all requests at once, while you type."
          }
        >
          {inForce === undefined ? "What it allows" : "What it changes"}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {fault ? (
          <StatusIndicator type="error">This is no valid JSON: {fault}</StatusIndicator>
        ) : comparison.error ? (
          <ProblemAlert problem={comparison.error} />
        ) : comparison.isPending ? (
          <StatusIndicator type="loading">Judging</StatusIndicator>
        ) : (
          <SpaceBetween size="s">
            {(faults.data?.faults ?? []).map(one => (
              <Alert
                key={one.reasonCode}
                type={one.severity === "CRITICAL" ? "error" : "warning"}
                header={`An audit would find: ${checkTitle(one.checkName)}`}
              >
                {one.reason}
              </Alert>
            ))}
            <DifferencesTable
              comparison={comparison.data}
              empty={inForce === undefined ? "It allows nothing." : "No request is decided otherwise."}
            />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
