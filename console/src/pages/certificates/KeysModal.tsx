// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { download } from "../../ui/download";
import type { NewCertificate } from "./types";
import { shortId } from "./words";

/** Certificate and keys for download; the private key is shown this once. */
export function KeysModal({ made, onClose }: { made: NewCertificate; onClose: () => void }) {
  const { certificateId, certificatePem, keyPair } = made;
  const files = [
    { name: `${certificateId}-certificate.pem`, label: "Certificate", content: certificatePem },
    { name: `${certificateId}-private.key`, label: "Private key", content: keyPair?.PrivateKey },
    { name: `${certificateId}-public.key`, label: "Public key", content: keyPair?.PublicKey },
  ];
  return (
    <Modal
      visible
      header={`Certificate ${shortId(certificateId)}`}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {keyPair && (
          <Alert type="warning" header="Download the private key now">
            The server does not keep it: it cannot be shown again.
          </Alert>
        )}
        <SpaceBetween size="xs">
          {files.map(
            ({ name, label, content }) =>
              content && (
                <Button key={name} iconName="download" onClick={() => download(name, content)}>
                  {label}
                </Button>
              ),
          )}
        </SpaceBetween>
      </SpaceBetween>
    </Modal>
  );
}
