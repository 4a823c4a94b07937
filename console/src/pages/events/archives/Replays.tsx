// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { nameOf } from "../targets";
import { busToken } from "../types";
import { isGoing, type Replay, type ReplayState } from "./types";

/** Milliseconds after which replays are looked at again. */
const pace = 3000;

const states: Record<ReplayState, { type: StatusIndicatorProps.Type; words: string }> = {
  STARTING: { type: "pending", words: "Starting" },
  RUNNING: { type: "in-progress", words: "Running" },
  CANCELLING: { type: "in-progress", words: "Being canceled" },
  COMPLETED: { type: "success", words: "Completed" },
  CANCELLED: { type: "stopped", words: "Canceled" },
  FAILED: { type: "error", words: "Failed" },
};

/** The replays that go on and those that ended. */
export function Replays() {
  const query = useList<Replay>("events", "ListReplays", "Replays", {}, { token: busToken, every: pace });
  const [canceling, setCanceling] = useState<Replay>();
  return (
    <>
      <ResourceTable<Replay>
        title="Replays"
        name="replays"
        query={query}
        idOf={({ ReplayName }) => ReplayName}
        selection="single"
        actions={([replay]) => (
          <Button disabled={!replay || !isGoing(replay)} onClick={() => setCanceling(replay)}>
            Cancel replay
          </Button>
        )}
        empty={<Empty title="No replays">Choose an archive and replay the events that it keeps.</Empty>}
        columns={[
          { id: "name", header: "Name", cell: one => one.ReplayName, text: one => one.ReplayName },
          {
            id: "archive",
            header: "Archive",
            cell: one => nameOf(one.EventSourceArn),
            text: one => one.EventSourceArn,
          },
          {
            id: "state",
            header: "Status",
            cell: one => <State of={one} />,
            text: one => states[one.State].words,
            width: 220,
          },
          {
            id: "from",
            header: "Events from",
            cell: one => <Time at={one.EventStartTime} />,
            text: one => one.EventStartTime,
          },
          {
            id: "to",
            header: "Until",
            cell: one => <Time at={one.EventEndTime} />,
            text: one => one.EventEndTime,
          },
          {
            id: "started",
            header: "Started",
            cell: one => <Time at={one.ReplayStartTime} />,
            text: one => one.ReplayStartTime,
          },
        ]}
      />
      {canceling && (
        <ActionModal
          title={`Cancel ${canceling.ReplayName}`}
          action="Cancel replay"
          service="events"
          operation="CancelReplay"
          input={{ ReplayName: canceling.ReplayName }}
          done={() => `The replay ${canceling.ReplayName} stops.`}
          onClose={() => setCanceling(undefined)}
        >
          Events that were handed over already are not taken back.
        </ActionModal>
      )}
    </>
  );
}

function State({ of }: { of: Replay }) {
  const { type, words } = states[of.State];
  if (of.State === "RUNNING" && of.EventLastReplayedTime !== undefined) {
    const share =
      (of.EventLastReplayedTime - of.EventStartTime) / Math.max(1, of.EventEndTime - of.EventStartTime);
    return (
      <ProgressBar
        value={Math.min(100, Math.max(0, share * 100))}
        ariaLabel={`Progress of ${of.ReplayName}`}
      />
    );
  }
  return (
    <StatusIndicator type={type}>
      {words}
      {of.StateReason && `: ${of.StateReason}`}
    </StatusIndicator>
  );
}
