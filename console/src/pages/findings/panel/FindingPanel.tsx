// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Tabs from "@cloudscape-design/components/tabs";
import { useCallback } from "react";
import { useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Json } from "../../../ui/Json";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Split } from "../../../ui/split";
import type { FindingIdentifier, FindingsPage } from "../types";
import { ChainTab } from "./ChainTab";
import { HistoryTab } from "./HistoryTab";
import { OverviewTab } from "./OverviewTab";

interface FindingPanelProps {
  finding: FindingIdentifier;
  tab: string;
  setTab: (tab: string) => void;
  onClose: () => void;
  show: (finding: FindingIdentifier) => void;
}

/** One finding beside the table, kept up to date. */
export function FindingPanel({ finding: identifier, tab, setTab, onClose, show }: FindingPanelProps) {
  const query = useOperation<FindingsPage>(
    "securityhub",
    "GetFindings",
    {
      Filters: {
        Id: [{ Value: identifier.Id, Comparison: "EQUALS" }],
        ProductArn: [{ Value: identifier.ProductArn, Comparison: "EQUALS" }],
      },
      MaxResults: 1,
    },
    { live: ["finding"] },
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the panel's frame must not be told anew on every render
  const close = useCallback(onClose, []);
  const found = query.data?.Findings[0];
  const finding =
    found?.Id === identifier.Id && found.ProductArn === identifier.ProductArn ? found : undefined;
  return (
    <Split header={finding?.Title ?? "Finding"} onClose={close}>
      {query.error ? (
        <ProblemAlert problem={query.error} retry={() => void query.refetch()} />
      ) : query.isPending || query.isPlaceholderData ? (
        <StatusIndicator type="loading">Loading the finding</StatusIndicator>
      ) : finding ? (
        <Tabs
          ariaLabel="Parts of the finding"
          activeTabId={tab}
          onChange={({ detail }) => setTab(detail.activeTabId)}
          tabs={[
            { id: "overview", label: "Overview", content: <OverviewTab finding={finding} show={show} /> },
            { id: "chain", label: "What led to it", content: <ChainTab finding={finding} show={show} /> },
            { id: "history", label: "History", content: <HistoryTab finding={finding} /> },
            { id: "json", label: "JSON", content: <Json of={finding} name="The finding as JSON" /> },
          ]}
        />
      ) : (
        <Empty title="It is no longer there">
          Findings are deleted when their time of retention is over.
        </Empty>
      )}
    </Split>
  );
}
