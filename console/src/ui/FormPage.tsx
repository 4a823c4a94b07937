// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { type Input, type Service, useChange } from "../api/operation";
import { useGo } from "../session/go";
import { CopyCli } from "./CopyCli";
import { useFlash } from "./flash";
import { ProblemAlert } from "./ProblemAlert";

interface FormPageProps<T> {
  /** The label of the button that does it. */
  action: string;
  service: Service;
  operation: string;
  input: Input;
  /** Whether the input is complete. */
  ready: boolean;
  /** What the message at the top says afterwards; throws a Problem if the answer is a refusal. */
  done: (answer: T) => ReactNode;
  /** The page that is shown when it is done or called off. */
  back: string;
  after?: (answer: T) => string;
  children: ReactNode;
}

/** A form of its own page for one operation: what it needs, the equivalent command, why it is refused. */
export function FormPage<T>(props: FormPageProps<T>) {
  const { action, service, operation, input, ready, done, back, after, children } = props;
  const change = useChange<T>(service, operation);
  const flash = useFlash();
  const go = useGo();
  const submit = async () => {
    const answer = await change.mutateAsync(input).catch(() => undefined);
    if (answer === undefined) return;
    try {
      flash.success(done(answer));
      go(after?.(answer) ?? back);
    } catch (refusal) {
      flash.failure(refusal);
    }
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyCli service={service} operation={operation} input={input} />
          <Button variant="link" onClick={() => go(back)}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={!ready}
            loading={change.isPending}
            onClick={() => void submit()}
          >
            {action}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {children}
        {change.error && <ProblemAlert problem={change.error} />}
      </SpaceBetween>
    </Form>
  );
}
