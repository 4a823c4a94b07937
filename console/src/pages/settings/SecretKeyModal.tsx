// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CopyText } from "../../ui/CopyText";
import type { CreatedKey } from "./types";

/** Shows a new key's secret, once. */
export function SecretKeyModal({ created, onClose }: { created: CreatedKey; onClose: () => void }) {
  return (
    <Modal
      visible
      header="The new access key"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">The secret is shown this once. Nobody can show it again.</Alert>
        <KeyValuePairs
          items={[
            {
              label: "Access key ID",
              value: <CopyText text={created.accessKey.accessKeyId} what="Access key ID" />,
            },
            { label: "Secret access key", value: <CopyText text={created.secretAccessKey} what="Secret" /> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
