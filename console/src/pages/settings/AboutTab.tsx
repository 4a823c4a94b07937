// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSession } from "../../session/session";
import { CopyText } from "../../ui/CopyText";
import { Facts } from "../../ui/Facts";

const addModel =
  "aws configure add-model --service-name fleetward --service-model " +
  "file://adapters/aws-model-generator/src/main/resources/models/fleetward-2026-11-28-model.json";

export function AboutTab() {
  const { version, regions } = useSession();
  return (
    <SpaceBetween size="l">
      <Facts
        title="About Fleetward"
        facts={[
          { label: "Version of the server", value: version ?? "–" },
          { label: "License", value: "Apache License 2.0" },
          { label: "Regions", value: `${regions.length}` },
        ]}
      />
      <Container
        header={
          <Header
            variant="h2"
            description="Every action of the console can be copied as a command of the aws CLI."
          >
            The same from a shell
          </Header>
        }
      >
        <SpaceBetween size="s">
          <Box>
            What goes beyond AWS is a service of its own, fleetward. The aws CLI learns it once from its
            model; run this in the folder of the product:
          </Box>
          <div>
            <Box variant="code">{addModel}</Box> <CopyText text={addModel} what="Command" />
          </div>
          <Box>eval "$(./fleetward env)" then points the aws CLI at this server.</Box>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
