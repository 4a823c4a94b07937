// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList, useOperation } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { words } from "../findings/labels";
import { AggregatorModal } from "./AggregatorModal";
import type { Aggregator } from "./types";

/** Which regions the home region sees. */
export function Aggregation() {
  const list = useList<{ FindingAggregatorArn: string }>(
    "securityhub",
    "ListFindingAggregators",
    "FindingAggregators",
  );
  const arn = list.data?.items[0]?.FindingAggregatorArn;
  const found = useOperation<Aggregator>(
    "securityhub",
    "GetFindingAggregator",
    { FindingAggregatorArn: arn },
    { enabled: arn !== undefined },
  );
  const [asked, setAsked] = useState<"edit" | "delete">();
  const close = () => setAsked(undefined);
  const problem = list.error ?? (arn === undefined ? null : found.error);
  const aggregator = arn === undefined ? undefined : found.data;
  const isPending = list.isPending || (arn !== undefined && found.isPending);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="The home region sees and changes the findings of the linked regions."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {aggregator && <Button onClick={() => setAsked("delete")}>Stop</Button>}
              <Button disabled={isPending || !!problem} onClick={() => setAsked("edit")}>
                {aggregator ? "Edit" : "Link regions"}
              </Button>
            </SpaceBetween>
          }
        >
          Regions
        </Header>
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} retry={() => void Promise.all([list.refetch(), found.refetch()])} />
      ) : isPending ? (
        <StatusIndicator type="loading">Loading the regions</StatusIndicator>
      ) : aggregator ? (
        <KeyValuePairs
          columns={3}
          items={[
            { label: "Home region", value: aggregator.FindingAggregationRegion },
            { label: "Linked", value: words(aggregator.RegionLinkingMode) },
            { label: "Regions", value: aggregator.Regions?.join(", ") || "–" },
          ]}
        />
      ) : (
        <Box color="text-body-secondary">
          No regions are linked: each shows its own findings. Link regions in the one that is to see the
          others.
        </Box>
      )}
      {asked === "edit" && <AggregatorModal start={aggregator} onClose={close} />}
      {asked === "delete" && (
        <ActionModal
          title="Stop linking regions"
          action="Stop"
          service="securityhub"
          operation="DeleteFindingAggregator"
          input={{ FindingAggregatorArn: arn }}
          done={() => "Regions are no longer linked."}
          onClose={close}
        >
          Each region shows only its own findings again.
        </ActionModal>
      )}
    </Container>
  );
}
