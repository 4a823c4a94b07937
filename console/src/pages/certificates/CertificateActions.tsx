// SPDX-License-Identifier: Apache-2.0
import Checkbox from "@cloudscape-design/components/checkbox";
import { useState } from "react";
import { ActionModal } from "../../ui/ActionModal";
import type { Certificate } from "./types";
import { shortId } from "./words";

const verbs: Record<string, { verb: string; says: string }> = {
  ACTIVE: { verb: "Activate", says: "Devices may connect by it at once." },
  INACTIVE: {
    verb: "Deactivate",
    says: "Devices that are connected by it are disconnected, and none may connect. It can be activated again.",
  },
  REVOKED: {
    verb: "Revoke",
    says: "Devices that are connected by it are disconnected, and none may connect. It stays revoked for ever.",
  },
};

/** What may become of a certificate of this status. */
export const statusActions = (status: string | undefined) =>
  Object.entries(verbs).map(([id, { verb }]) => ({
    id,
    text: verb,
    disabled: status === id || status === "REVOKED",
  }));

export function StatusModal({
  certificate,
  to,
  onClose,
}: {
  certificate: Certificate;
  to: string;
  onClose: () => void;
}) {
  const { verb, says } = verbs[to] ?? { verb: to, says: "" };
  const { certificateId } = certificate;
  return (
    <ActionModal
      title={`${verb} ${shortId(certificateId)}`}
      action={verb}
      service="iot"
      operation="UpdateCertificate"
      input={{ certificateId, newStatus: to }}
      done={() => `Certificate ${shortId(certificateId)} is now ${to.toLowerCase()}.`}
      onClose={onClose}
    >
      {says}
    </ActionModal>
  );
}

interface DeleteCertificateModalProps {
  certificate: Certificate;
  onClose: () => void;
  onDone?: () => void;
}

export function DeleteCertificateModal({ certificate, onClose, onDone }: DeleteCertificateModalProps) {
  const [forceDelete, setForce] = useState(false);
  const { certificateId } = certificate;
  return (
    <ActionModal
      title={`Delete ${shortId(certificateId)}`}
      action="Delete"
      service="iot"
      operation="DeleteCertificate"
      input={{ certificateId, forceDelete }}
      done={() => `Certificate ${shortId(certificateId)} is deleted.`}
      onDone={onDone}
      onClose={onClose}
    >
      It must be inactive or revoked and attached to no thing. This cannot be taken back.
      <Checkbox checked={forceDelete} onChange={({ detail }) => setForce(detail.checked)}>
        Delete it although policies are attached
      </Checkbox>
    </ActionModal>
  );
}
