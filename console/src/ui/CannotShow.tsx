// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Spinner from "@cloudscape-design/components/spinner";
import { useEffect, useState } from "react";
import { useRouteError } from "react-router";
import { asProblem, type Problem, unreachable } from "../api/problem";

const retryMilliseconds = 1000;
const patienceMilliseconds = 30_000;
const reloadedKey = "fleetward.reloaded";

/** Instead of a page that failed: what happened, and a way on. */
export function CannotShow({ problem }: { problem?: Problem }) {
  return problem ? <Why problem={problem} /> : <RouteProblem />;
}

function RouteProblem() {
  const error = useRouteError();
  return isMissingPart(error) ? <MissingPart /> : <Why problem={asProblem(error)} />;
}

/** Whether the browser could not load a part of the console: the words of the engines, and of the bundler. */
const isMissingPart = (error: unknown) =>
  error instanceof Error &&
  /dynamically imported module|Importing a module script failed|Unable to preload/.test(error.message);

/** A part of the console that is not there: the server is away, or has become a newer version meanwhile. */
function MissingPart() {
  useEffect(() => {
    // What a reload has just not helped against, another will not.
    if (Date.now() - Number(sessionStorage.getItem(reloadedKey)) < patienceMilliseconds) return;
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      const isThere = await fetch("/console/", { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere) {
        sessionStorage.setItem(reloadedKey, `${Date.now()}`);
        window.location.reload();
      } else timer = setTimeout(again, retryMilliseconds);
    };
    timer = setTimeout(again, retryMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return <Why problem={unreachable()} />;
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
