// SPDX-License-Identifier: Apache-2.0
import { ActionModal } from "../../ui/ActionModal";

export function DeleteThingModal({
  thingName,
  onClose,
  onDone,
}: {
  thingName: string;
  onClose: () => void;
  onDone?: () => void;
}) {
  return (
    <ActionModal
      title={`Delete ${thingName}`}
      action="Delete"
      service="iot"
      operation="DeleteThing"
      input={{ thingName }}
      done={() => `Thing ${thingName} is deleted.`}
      onDone={onDone}
      onClose={onClose}
    >
      Its certificates must be detached first. This cannot be taken back.
    </ActionModal>
  );
}
