// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { useRouteError } from "react-router";
import { asProblem, type Problem } from "../api/problem";

/** Instead of a page that failed: what happened, and a way on. */
export function CannotShow({ problem }: { problem?: Problem }) {
  return problem ? <Why problem={problem} /> : <RouteProblem />;
}

function RouteProblem() {
  return <Why problem={asProblem(useRouteError())} />;
}

function Why({ problem }: { problem: Problem }) {
  return (
    <Box padding="xxl">
      <Alert
        type={problem.passing ? "warning" : "error"}
        header={problem.passing ? "The server does not answer" : "This page cannot be shown"}
        action={<Button onClick={() => window.location.reload()}>Load again</Button>}
      >
        {problem.detail}
      </Alert>
    </Box>
  );
}

/** Shown for the moment in which it is not known who is signed in; says so if that takes long. */
export function StartingUp() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 8000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Box padding="xxl" textAlign="center">
      {slow ? "The server takes long to answer. The page goes on by itself." : <Spinner size="large" />}
    </Box>
  );
}
