// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { type Input, type Service, useChange } from "../api/operation";
import { asProblem, type Problem } from "../api/problem";
import { CopyCli } from "./CopyCli";
import { useFlash } from "./flash";
import { ProblemAlert } from "./ProblemAlert";
import { withParagraphs } from "./paragraphs";

interface ActionModalProps<T> {
  title: string;
  /** The label of the button that does it. */
  action: string;
  service: Service;
  operation: string;
  input: Input;
  /** Whether the input is complete. */
  ready?: boolean;
  /** Throws a Problem if the answer tells that nothing was done after all. */
  accept?: (answer: T) => void;
  /** What the message at the top says afterwards. */
  done: (answer: T) => ReactNode;
  onDone?: (answer: T) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before one operation is called, shows the equivalent command, and says why if it is refused. */
export function ActionModal<T>(props: ActionModalProps<T>) {
  const {
    title,
    action,
    service,
    operation,
    input,
    ready = true,
    accept,
    done,
    onDone,
    onClose,
    children,
  } = props;
  const change = useChange<T>(service, operation);
  const flash = useFlash();
  const [problem, setProblem] = useState<Problem>();
  const go = async () => {
    setProblem(undefined);
    try {
      const answer = await change.mutateAsync(input);
      accept?.(answer);
      flash.success(done(answer));
      onClose();
      onDone?.(answer);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <CopyCli service={service} operation={operation} input={input} />
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" loading={change.isPending} disabled={!ready} onClick={() => void go()}>
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {withParagraphs(children)}
        {problem && <ProblemAlert problem={problem} />}
      </SpaceBetween>
    </Modal>
  );
}
