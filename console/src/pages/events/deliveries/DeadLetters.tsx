// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Json } from "../../../ui/Json";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { kindOf, nameOf } from "../targets";
import type { DeadLetter } from "../types";

/** The events that were given up, with the reason. */
export function DeadLetters() {
  const query = useList<DeadLetter>("fleetward", "ListEventDeadLetters", "deadLetters", {}, { atMost: 500 });
  const [shown, setShown] = useState<DeadLetter>();
  return (
    <>
      <ResourceTable<DeadLetter>
        title="Dead letters"
        name="dead"
        query={query}
        idOf={one => `${one.ruleArn} ${one.targetId} ${one.at} ${one.event.slice(0, 80)}`}
        empty={
          <Empty title="No dead letters">Every event reached its targets, or is still being tried.</Empty>
        }
        columns={[
          { id: "at", header: "Time", cell: one => <Time at={one.at} />, text: one => one.at },
          { id: "rule", header: "Rule", cell: one => nameOf(one.ruleArn), text: one => one.ruleArn },
          {
            id: "target",
            header: "Target",
            cell: one => `${one.targetId}: ${kindOf(one.targetArn)} ${nameOf(one.targetArn)}`,
            text: one => one.targetArn,
          },
          {
            id: "why",
            header: "Why",
            cell: one => one.errorMessage ?? one.errorCode ?? "–",
            text: one => one.errorMessage,
          },
          { id: "attempts", header: "Attempts", cell: one => one.attempts ?? "–", text: one => one.attempts },
          {
            id: "event",
            header: "Event",
            cell: one => (
              <Button variant="inline-link" onClick={() => setShown(one)}>
                Show
              </Button>
            ),
          },
        ]}
      />
      {shown && (
        <Modal visible size="large" header="The event" onDismiss={() => setShown(undefined)}>
          <Box margin={{ bottom: "s" }}>{shown.errorMessage}</Box>
          <Json of={shown.event} name="The event that was given up" />
        </Modal>
      )}
    </>
  );
}
