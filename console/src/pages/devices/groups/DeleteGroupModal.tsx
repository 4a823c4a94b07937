// SPDX-License-Identifier: Apache-2.0
import { ActionModal } from "../../../ui/ActionModal";
import type { GroupDetails } from "../types";

interface DeleteGroupModalProps {
  group: GroupDetails;
  onClose: () => void;
  onDone?: () => void;
}

export function DeleteGroupModal({ group, onClose, onDone }: DeleteGroupModalProps) {
  const { thingGroupName } = group;
  return (
    <ActionModal
      title={`Delete ${thingGroupName}`}
      action="Delete"
      service="iot"
      operation={group.queryString === undefined ? "DeleteThingGroup" : "DeleteDynamicThingGroup"}
      input={{ thingGroupName }}
      done={() => `Group ${thingGroupName} is deleted.`}
      onDone={onDone}
      onClose={onClose}
    >
      Its things stay; what held for them by the group holds no longer. This cannot be taken back.
    </ActionModal>
  );
}
