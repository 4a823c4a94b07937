// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { CopyText } from "../../ui/CopyText";

interface OneTimePasswordModalProps {
  userName: string;
  password: string;
  onClose: () => void;
}

/** Shows a one-time password, which is told this once. */
export function OneTimePasswordModal({ userName, password, onClose }: OneTimePasswordModalProps) {
  return (
    <Modal
      visible
      header={`One-time password of ${userName}`}
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
        <Alert type="warning">
          It is shown this once. {userName} must choose another one at the first sign-in.
        </Alert>
        <CopyText text={password} what="Password" />
      </SpaceBetween>
    </Modal>
  );
}
