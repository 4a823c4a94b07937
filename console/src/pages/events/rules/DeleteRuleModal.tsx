// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { busToken, type FailedEntries, mustBeTaken, type Target } from "../types";

/** Deletes a rule; its targets must go first, as the bus demands. */
export function DeleteRuleModal({
  bus,
  name,
  onClose,
  onDone,
}: {
  bus: string;
  name: string;
  onClose: () => void;
  onDone?: () => void;
}) {
  const targets = useList<Target>(
    "events",
    "ListTargetsByRule",
    "Targets",
    { Rule: name, EventBusName: bus },
    { token: busToken },
  );
  const ids = targets.data?.items.map(({ Id }) => Id) ?? [];
  return ids.length > 0 ? (
    <ActionModal<FailedEntries>
      key="targets"
      title={`Delete ${name}`}
      action="Remove targets"
      service="events"
      operation="RemoveTargets"
      input={{ Rule: name, EventBusName: bus, Ids: ids }}
      accept={mustBeTaken}
      done={() => `Removed the targets of ${name}; now delete it.`}
      onClose={onClose}
    >
      The rule has {ids.length === 1 ? "a target" : `${ids.length} targets`}: {ids.join(", ")}. A rule can be
      deleted when it has none. Remove them first.
    </ActionModal>
  ) : (
    <ActionModal
      key="rule"
      title={`Delete ${name}`}
      action="Delete"
      service="events"
      operation="DeleteRule"
      input={{ Name: name, EventBusName: bus }}
      ready={targets.data !== undefined}
      done={() => `Deleted the rule ${name}.`}
      onDone={onDone}
      onClose={onClose}
    >
      {targets.data ? (
        "The rule picks no more events."
      ) : (
        <StatusIndicator type="loading">Looking for targets</StatusIndicator>
      )}
    </ActionModal>
  );
}
