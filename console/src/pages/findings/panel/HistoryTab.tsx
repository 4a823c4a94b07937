// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { type Finding, identifierOf } from "../types";

interface HistoryRecord {
  UpdateTime: number;
  FindingCreated?: boolean;
  UpdateSource?: { Type?: string; Identity?: string };
  Updates?: { UpdatedField: string; OldValue?: string; NewValue?: string }[];
}

/** Who changed what of a finding, and when. */
export function HistoryTab({ finding }: { finding: Finding }) {
  const history = useList<HistoryRecord>(
    "securityhub",
    "GetFindingHistory",
    "Records",
    { FindingIdentifier: identifierOf(finding), MaxResults: 100 },
    { live: ["finding"], atMost: 500 },
  );
  if (history.error) return <ProblemAlert problem={history.error} retry={() => void history.refetch()} />;
  if (!history.data) return <StatusIndicator type="loading">Loading the history</StatusIndicator>;
  if (history.data.items.length === 0)
    return <Empty title="No changes">Changes of the last 90 days are shown here.</Empty>;
  return (
    <SpaceBetween size="l">
      {history.data.items.map(record => (
        <div key={`${record.UpdateTime} ${JSON.stringify(record.Updates)}`}>
          <Box fontWeight="bold">
            <Time at={record.UpdateTime} />, {sourceOf(record)}
          </Box>
          {record.FindingCreated && <Box>The finding was created.</Box>}
          {record.Updates?.map(({ UpdatedField, OldValue, NewValue }) => (
            <Box key={UpdatedField}>
              {UpdatedField}: {OldValue || "nothing"} → {NewValue || "nothing"}
            </Box>
          ))}
        </div>
      ))}
      {!history.data.complete && <Box color="text-body-secondary">Older changes are not shown.</Box>}
    </SpaceBetween>
  );
}

function sourceOf({ UpdateSource }: HistoryRecord): string {
  const by = UpdateSource?.Identity ? ` by ${UpdateSource.Identity}` : "";
  return UpdateSource?.Type === "BATCH_UPDATE_FINDINGS" ? `changed${by}` : `imported${by}`;
}
