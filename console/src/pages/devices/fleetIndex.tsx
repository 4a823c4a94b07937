// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../api/operation";
import type { Problem } from "../../api/problem";
import { ActionModal } from "../../ui/ActionModal";
import { ProblemAlert } from "../../ui/ProblemAlert";
import type { Thing } from "./types";

/** The things that a query of the fleet index finds. */
export const useFleetSearch = (queryString: string, atMost = 1000) =>
  useList<Thing>(
    "iot",
    "SearchIndex",
    "things",
    { queryString, maxResults: 100 },
    { live: ["registry"], enabled: queryString !== "", atMost },
  );

/** Why the fleet index finds nothing; offers to switch it on where it is off. */
export function FleetIndexProblem({ problem }: { problem: Problem }) {
  const [asking, setAsking] = useState(false);
  if (problem.status !== 404) return <ProblemAlert problem={problem} />;
  return (
    <>
      <Alert
        type="info"
        header="The fleet index is off"
        action={<Button onClick={() => setAsking(true)}>Switch it on</Button>}
      >
        Queries and dynamic groups need the index of things, their types, groups and attributes.
      </Alert>
      {asking && (
        <ActionModal
          title="Switch the fleet index on"
          action="Switch on"
          service="iot"
          operation="UpdateIndexingConfiguration"
          input={{ thingIndexingConfiguration: { thingIndexingMode: "REGISTRY" } }}
          done={() => "The fleet index is on."}
          onClose={() => setAsking(false)}
        >
          Things, their types, groups and attributes can be searched at once.
        </ActionModal>
      )}
    </>
  );
}
