// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem";

const headers: Record<string, string> = {
  AccessDeniedException: "Your role does not allow this",
  UnauthorizedException: "Your role does not allow this",
  InvalidAccessException: "Security Hub is not enabled here",
  ResourceNotFoundException: "It does not exist, or no longer",
  NotImplementedException: "Not built",
  ThrottlingException: "Too many requests",
  Unreachable: "The server does not answer",
};

interface ProblemAlertProps {
  problem: Problem;
  retry?: () => void;
  /** What follows from it. */
  children?: ReactNode;
}

/** Why something could not be shown or done, in place of it. */
export function ProblemAlert({ problem, retry, children }: ProblemAlertProps) {
  return (
    <Alert
      type={problem.passing ? "warning" : "error"}
      header={headers[problem.code]}
      action={retry && <Button onClick={retry}>Try again</Button>}
    >
      {problem.detail}
      {children && <div>{children}</div>}
      {problem.field && (
        <Box variant="small" display="block">
          Field: {problem.field}
        </Box>
      )}
      {problem.requestId && (
        <Box variant="small" display="block">
          Request {problem.requestId}
        </Box>
      )}
    </Alert>
  );
}
