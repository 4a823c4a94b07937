// SPDX-License-Identifier: Apache-2.0
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Table from "@cloudscape-design/components/table";
import type { ReactNode } from "react";
import type { Comparison, Difference } from "./types";

const isGain = (difference: Difference) => difference.after.startsWith("ALLOW");

const outcome = (word: string) => word.toLowerCase().replaceAll("_", " ");

/** What a device gains and loses, each with a request that shows it. */
export function DifferencesTable({ comparison, empty }: { comparison: Comparison; empty: ReactNode }) {
  const undecided = comparison.undecidedActions ?? [];
  return (
    <SpaceBetween size="s">
      {undecided.length > 0 && (
        <StatusIndicator type="warning">
          Deciding {undecided.join(", ")} took too long: more may change there.
        </StatusIndicator>
      )}
      <Table<Difference>
        variant="embedded"
        items={comparison.differences ?? []}
        trackBy={difference => `${difference.action} ${difference.resource} ${difference.after}`}
        wrapLines
        empty={<Box textAlign="center">{empty}</Box>}
        ariaLabels={{ tableLabel: "Differences" }}
        columnDefinitions={[
          {
            id: "change",
            header: "Change",
            width: 110,
            cell: difference =>
              isGain(difference) ? (
                <Badge color="severity-high">Gained</Badge>
              ) : (
                <Badge color="blue">Lost</Badge>
              ),
          },
          { id: "action", header: "Action", width: 150, cell: difference => difference.action },
          {
            id: "request",
            header: "A request that shows it",
            cell: difference => (
              <>
                <Box variant="code">{difference.resource}</Box>
                <Circumstances of={difference.circumstances ?? {}} />
              </>
            ),
          },
          { id: "before", header: "Before", width: 130, cell: difference => outcome(difference.before) },
          { id: "after", header: "After", width: 130, cell: difference => outcome(difference.after) },
        ]}
      />
    </SpaceBetween>
  );
}

function Circumstances({ of }: { of: Record<string, string> }) {
  const all = Object.entries(of);
  if (all.length === 0) return null;
  return (
    <Box variant="small" display="block">
      when {all.map(([key, value]) => `${key} is ${value}`).join(", ")}
    </Box>
  );
}
