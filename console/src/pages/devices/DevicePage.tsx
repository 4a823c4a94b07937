// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useParams } from "react-router";
import { useOperation } from "../../api/operation";
import { useGo } from "../../session/go";
import { CopyText } from "../../ui/CopyText";
import { Facts } from "../../ui/Facts";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceFindings } from "../../ui/ResourceFindings";
import { UrlTabs } from "../../ui/UrlTabs";
import { ConnectionsTable } from "./connections/ConnectionsTable";
import { DeleteThingModal } from "./DeleteThingModal";
import { EditThingModal } from "./EditThingModal";
import { AlarmsTab } from "./tabs/AlarmsTab";
import { DoctorTab } from "./tabs/DoctorTab";
import { IdentityTab } from "./tabs/IdentityTab";
import { MetricsTab } from "./tabs/MetricsTab";
import { PoliciesTab } from "./tabs/PoliciesTab";
import { SimulatorTab } from "./tabs/SimulatorTab";
import type { ThingDetails } from "./types";
import { attributesInWords } from "./words";

/** What the hub calls a device in findings of audit and Detect. */
const thingTypes = ["AwsIotRegisteredThing", "AwsIotUnregisteredThing", "AwsIotThing", "AwsIotClientId"];

/** One device: who it is, what it may do, how it behaves, what is wrong. */
export function DevicePage() {
  const { name = "" } = useParams();
  const thing = useOperation<ThingDetails>(
    "iot",
    "DescribeThing",
    { thingName: name },
    { live: ["registry"] },
  );
  const [doing, setDoing] = useState<"edit" | "delete">();
  const go = useGo();
  const close = () => setDoing(undefined);
  return (
    <Page
      title={name}
      above={[{ text: "Devices", path: "/devices" }]}
      help={help}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDoing("delete")}>Delete</Button>
          <Button disabled={!thing.data} onClick={() => setDoing("edit")}>
            Edit
          </Button>
        </SpaceBetween>
      }
    >
      {thing.error && !thing.data ? (
        <ProblemAlert problem={thing.error} retry={() => thing.refetch()} />
      ) : thing.data ? (
        <SpaceBetween size="l">
          <Facts
            facts={[
              { label: "ARN", value: <CopyText text={thing.data.thingArn} /> },
              { label: "Type", value: thing.data.thingTypeName ?? "–" },
              { label: "Attributes", value: attributesInWords(thing.data.attributes) || "–" },
            ]}
          />
          <UrlTabs
            label="Parts of the device"
            tabs={[
              { id: "identity", label: "Identity", content: <IdentityTab thingName={name} /> },
              { id: "policies", label: "Policies in force", content: <PoliciesTab thingName={name} /> },
              { id: "simulator", label: "Policy simulator", content: <SimulatorTab thingName={name} /> },
              { id: "connections", label: "Connections", content: <ConnectionsTable clientId={name} /> },
              { id: "metrics", label: "Metrics", content: <MetricsTab thingName={name} /> },
              { id: "alarms", label: "Alarms", content: <AlarmsTab thingName={name} /> },
              {
                id: "findings",
                label: "Findings",
                content: <ResourceFindings ids={[name, thing.data.thingArn]} types={thingTypes} />,
              },
              { id: "doctor", label: "Doctor", content: <DoctorTab thingName={name} /> },
            ]}
          />
        </SpaceBetween>
      ) : (
        <Spinner />
      )}
      {doing === "edit" && thing.data && <EditThingModal thing={thing.data} onClose={close} />}
      {doing === "delete" && (
        <DeleteThingModal thingName={name} onClose={close} onDone={() => go("/devices")} />
      )}
    </Page>
  );
}

const help = (
  <>
    <p>Identity shows by which certificates the device proves who it is, and which groups it is in.</p>
    <p>
      The policy simulator asks the engine that decides for devices what the device would be allowed to do,
      and which policies say so.
    </p>
    <p>The doctor goes through what a device needs to connect, and names the one thing to fix.</p>
  </>
);
