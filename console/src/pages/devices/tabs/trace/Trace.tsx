// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import AttributeEditor from "@cloudscape-design/components/attribute-editor";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useOperation } from "../../../../api/operation";
import { CopyCli } from "../../../../ui/CopyCli";
import { Empty } from "../../../../ui/Empty";
import { ProblemAlert } from "../../../../ui/ProblemAlert";
import { useSettled } from "../../../../ui/useSettled";
import { PolicyTrace } from "./PolicyTrace";
import type { TraceAnswer, TraceQuestion } from "./types";

interface Assumption {
  key: string;
  values: string;
}

/** Why one request is decided as it is: every statement of every policy in force, part by part. */
export function Trace({ question }: { question: TraceQuestion }) {
  const [assumed, setAssumed] = useState<readonly Assumption[]>([]);
  const contextValues = useSettled(JSON.stringify(contextOf(assumed)));
  const input = {
    ...question,
    ...(contextValues === "{}"
      ? {}
      : { contextValues: JSON.parse(contextValues) as Record<string, string[]> }),
  };
  const trace = useOperation<TraceAnswer>("fleetward", "TraceAuthorization", input, { live: ["registry"] });
  const change = (index: number, part: Partial<Assumption>) =>
    setAssumed(assumed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={
            <>
              {question.actionType.toLowerCase()} <span className="id">{question.resource}</span>
            </>
          }
          actions={<CopyCli service="fleetward" operation="TraceAuthorization" input={input} />}
        >
          Statement trace
        </Header>
      }
    >
      <SpaceBetween size="m">
        {trace.error && !trace.data && <ProblemAlert problem={trace.error} retry={() => trace.refetch()} />}
        {trace.isPending && <StatusIndicator type="loading">Looking through the policies</StatusIndicator>}
        {trace.data && <Decision trace={trace.data} />}
        {trace.data?.policies.length === 0 && (
          <Empty title="No policies">Without a policy nothing is allowed.</Empty>
        )}
        {trace.data?.policies.map(policy => (
          <PolicyTrace key={policy.policyName} policy={policy} />
        ))}
        <ExpandableSection headerText="Assume another context">
          <AttributeEditor
            items={assumed}
            empty="The request is judged with what the registry knows of the device, from no address."
            addButtonText="Assume a value"
            removeButtonText="Remove"
            disableAddButton={assumed.length >= 50}
            onAddButtonClick={() => setAssumed([...assumed, { key: "aws:SourceIp", values: "" }])}
            onRemoveButtonClick={({ detail }) =>
              setAssumed(assumed.filter((_, at) => at !== detail.itemIndex))
            }
            definition={[
              {
                label: "Context key",
                control: (one, index) => (
                  <Input value={one.key} onChange={({ detail }) => change(index, { key: detail.value })} />
                ),
              },
              {
                label: "Values",
                constraintText: "Several are separated by commas.",
                control: (one, index) => (
                  <Input
                    value={one.values}
                    placeholder="192.0.2.7"
                    onChange={({ detail }) => change(index, { values: detail.value })}
                  />
                ),
              },
            ]}
          />
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

function Decision({ trace }: { trace: TraceAnswer }) {
  const {
    authDecision,
    reason,
    thingName,
    mayConnect,
    contextValues = {},
    missingContextValues = [],
  } = trace;
  const known = Object.entries(contextValues);
  return (
    <SpaceBetween size="xs">
      <StatusIndicator type={authDecision === "ALLOWED" ? "success" : "error"}>{reason}</StatusIndicator>
      <Box color="text-body-secondary">
        {thingName
          ? `The client is associated with the thing ${thingName}.`
          : "The client is no thing of the registry: variables of things have no values."}
      </Box>
      {mayConnect === false && (
        <Alert type="warning">
          The certificate could not connect now: it is not active, or outside of its time.
        </Alert>
      )}
      {known.length > 0 && (
        <Box variant="small">
          Asked for by the policies:{" "}
          {known
            .map(([key, values]) => `${key} = ${values.length > 0 ? values.join(", ") : "not defined"}`)
            .join("; ")}
        </Box>
      )}
      {missingContextValues.length > 0 && (
        <StatusIndicator type="warning">
          With values of {missingContextValues.join(", ")} the decision could be another.
        </StatusIndicator>
      )}
    </SpaceBetween>
  );
}

const contextOf = (assumed: readonly Assumption[]): Record<string, string[]> =>
  Object.fromEntries(
    assumed
      .map(({ key, values }) => [key.trim(), values.split(",").map(value => value.trim())] as const)
      .map(([key, values]) => [key, values.filter(value => value !== "")] as const)
      .filter(([key, values]) => key !== "" && values.length > 0),
  );
