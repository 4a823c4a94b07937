// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useOperation } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { ProblemAlert } from "../../ui/ProblemAlert";

interface IndexingConfiguration {
  thingIndexingConfiguration?: { thingIndexingMode?: string };
}

/** Whether things can be searched, on which fleet queries and dynamic groups rest. */
export function FleetIndexTab() {
  const [asking, setAsking] = useState(false);
  const configuration = useOperation<IndexingConfiguration>("iot", "GetIndexingConfiguration");
  if (configuration.error && !configuration.data) {
    return <ProblemAlert problem={configuration.error} retry={() => configuration.refetch()} />;
  }
  const on = configuration.data?.thingIndexingConfiguration?.thingIndexingMode === "REGISTRY";
  const verb = on ? "Switch off" : "Switch on";
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Things, their types, groups and attributes: what fleet queries and dynamic groups search."
          actions={
            <Button disabled={!configuration.data} onClick={() => setAsking(true)}>
              {verb}
            </Button>
          }
        >
          Fleet index
        </Header>
      }
    >
      {!configuration.data ? (
        <StatusIndicator type="loading">Loading</StatusIndicator>
      ) : on ? (
        <StatusIndicator type="success">On</StatusIndicator>
      ) : (
        <StatusIndicator type="stopped">Off</StatusIndicator>
      )}
      {asking && (
        <ActionModal
          title={`${verb} the fleet index`}
          action={verb}
          service="iot"
          operation="UpdateIndexingConfiguration"
          input={{ thingIndexingConfiguration: { thingIndexingMode: on ? "OFF" : "REGISTRY" } }}
          done={() => `The fleet index is ${on ? "off" : "on"}.`}
          onClose={() => setAsking(false)}
        >
          {on
            ? "Fleet queries and new dynamic groups are refused while it is off."
            : "Fleet queries and dynamic groups work at once."}
        </ActionModal>
      )}
    </Container>
  );
}
