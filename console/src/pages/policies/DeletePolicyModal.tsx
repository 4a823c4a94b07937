// SPDX-License-Identifier: Apache-2.0
import { ActionModal } from "../../ui/ActionModal";

interface DeletePolicyModalProps {
  name: string;
  onClose: () => void;
  onDone?: () => void;
}

export function DeletePolicyModal({ name, onClose, onDone }: DeletePolicyModalProps) {
  return (
    <ActionModal
      title={`Delete ${name}`}
      action="Delete"
      service="iot"
      operation="DeletePolicy"
      input={{ policyName: name }}
      done={() => `Policy ${name} is deleted.`}
      onDone={onDone}
      onClose={onClose}
    >
      A policy can be deleted when it is attached to nothing and has no version but the default one. This
      cannot be taken back.
    </ActionModal>
  );
}
