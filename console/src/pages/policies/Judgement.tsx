// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useEffect, useState } from "react";
import { useOperation } from "../../api/operation";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { DifferencesTable } from "./DifferencesTable";
import { emptyDocument, jsonFault } from "./document";
import type { Comparison } from "./types";

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
  const broad = !fault && grantsEverything(settled);
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
          <>
            {broad && (
              <Alert type="warning" header="Any device with this policy may do everything">
                A statement allows every action on every resource. The audit check
                IOT_POLICY_OVERLY_PERMISSIVE_CHECK finds such a policy critical.
              </Alert>
            )}
            <DifferencesTable
              comparison={comparison.data}
              empty={inForce === undefined ? "It allows nothing." : "No request is decided otherwise."}
            />
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** Whether a statement allows all of IoT on everything, without a condition. */
function grantsEverything(text: string): boolean {
  const { Statement } = JSON.parse(text) as { Statement?: unknown };
  const has = (value: unknown, words: readonly string[]) =>
    ([] as unknown[]).concat(value ?? []).some(one => words.includes(one as string));
  return ([] as unknown[]).concat(Statement ?? []).some(one => {
    const statement = (one ?? {}) as Record<string, unknown>;
    return (
      statement.Effect === "Allow" &&
      statement.Condition === undefined &&
      has(statement.Action, ["*", "iot:*"]) &&
      has(statement.Resource, ["*"])
    );
  });
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
