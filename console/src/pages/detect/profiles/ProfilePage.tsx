// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { useParams } from "react-router";
import { useList, useOperation } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { metricTitle } from "../metrics";
import type { Behavior, SecurityProfile } from "../types";
import { behaviorText } from "../values";
import { Backtest } from "./Backtest";
import { DeleteProfile } from "./ProfilesPage";
import { useTargets } from "./TargetPicker";
import { Training } from "./Training";

interface Target {
  arn: string;
}

/** One security profile: its behaviors, what it watches, what it would have alarmed on. */
export function ProfilePage() {
  const { name = "" } = useParams();
  const go = useGo();
  const answer = useOperation<SecurityProfile>("iot", "DescribeSecurityProfile", {
    securityProfileName: name,
  });
  const targets = useList<Target>("iot", "ListTargetsForSecurityProfile", "securityProfileTargets", {
    securityProfileName: name,
  });
  const [doing, setDoing] = useState<"attach" | "delete">();
  const [detaching, setDetaching] = useState<string>();
  const words = useTargets();
  const titleOf = (arn: string) => words.find(({ value }) => value === arn)?.label ?? arn;
  const profile = answer.data;
  const close = () => setDoing(undefined);
  return (
    <Page
      title={name}
      above={[{ text: "Security profiles", path: "/detect/profiles" }]}
      help={help}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDoing("delete")}>Delete</Button>
          <Button variant="primary" onClick={() => go(`/detect/profiles/${encodeURIComponent(name)}/edit`)}>
            Edit
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {answer.error && !profile && <ProblemAlert problem={answer.error} retry={() => answer.refetch()} />}
        {profile && (
          <Container header={<Header variant="h2">Details</Header>}>
            <KeyValuePairs
              columns={3}
              items={[
                { label: "Description", value: profile.securityProfileDescription || "–" },
                { label: "Version", value: profile.version ?? "–" },
                { label: "Changed", value: <Time at={profile.lastModifiedDate} /> },
                { label: "ARN", value: profile.securityProfileArn },
                { label: "Alerts", value: profile.alertTargets?.SNS?.alertTargetArn ?? "The hub only" },
              ]}
            />
          </Container>
        )}
        {profile && (
          <Table<Behavior>
            header={<Header variant="h2">Behaviors</Header>}
            items={profile.behaviors ?? []}
            columnDefinitions={[
              { id: "name", header: "Name", cell: behavior => behavior.name },
              { id: "metric", header: "Metric", cell: behavior => metricTitle(behavior.metric) },
              { id: "text", header: "Devices behave while", cell: behaviorText },
              {
                id: "alerts",
                header: "Alerts",
                cell: behavior => (behavior.suppressAlerts ? "Suppressed" : "Yes"),
              },
            ]}
            empty={<Empty title="No behaviors">The profile only keeps metrics.</Empty>}
          />
        )}
        {profile?.behaviors?.some(({ criteria }) => criteria?.mlDetectionConfig) && (
          <Training profile={name} />
        )}
        <ResourceTable<Target>
          title="Targets"
          name="targets"
          query={targets}
          selection="single"
          idOf={target => target.arn}
          columns={[
            {
              id: "title",
              header: "Target",
              cell: target => titleOf(target.arn),
              text: target => titleOf(target.arn),
            },
            { id: "arn", header: "ARN", cell: target => target.arn, text: target => target.arn },
          ]}
          empty={
            <Empty title="Attached to nothing">
              Attach the profile to all things or to a group to start it.
            </Empty>
          }
          actions={selected => (
            <>
              <Button disabled={selected.length === 0} onClick={() => setDetaching(selected[0]?.arn)}>
                Detach
              </Button>
              <Button onClick={() => setDoing("attach")}>Attach</Button>
            </>
          )}
        />
        {profile?.behaviors && profile.behaviors.length > 0 && (
          <Backtest name={name} behaviors={profile.behaviors} />
        )}
      </SpaceBetween>
      {doing === "attach" && <Attach name={name} onClose={close} />}
      {doing === "delete" && (
        <DeleteProfile name={name} onClose={close} onDone={() => go("/detect/profiles")} />
      )}
      {detaching && (
        <ActionModal
          title={`Detach from ${titleOf(detaching)}`}
          action="Detach"
          service="iot"
          operation="DetachSecurityProfile"
          input={{ securityProfileName: name, securityProfileTargetArn: detaching }}
          done={() => `${name} no longer watches ${titleOf(detaching)}.`}
          onClose={() => setDetaching(undefined)}
        >
          Alarms of these devices end.
        </ActionModal>
      )}
    </Page>
  );
}

function Attach({ name, onClose }: { name: string; onClose: () => void }) {
  const options = useTargets();
  const [arn, setArn] = useState("");
  return (
    <ActionModal
      title={`Attach ${name}`}
      action="Attach"
      service="iot"
      operation="AttachSecurityProfile"
      input={{ securityProfileName: name, securityProfileTargetArn: arn }}
      ready={arn !== ""}
      done={() => `${name} is attached.`}
      onClose={onClose}
    >
      <FormField label="Target">
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === arn) ?? null}
          onChange={({ detail }) => setArn(detail.selectedOption.value ?? "")}
          placeholder="Choose"
          filteringType="auto"
        />
      </FormField>
    </ActionModal>
  );
}

const help = (
  <p>
    The behaviors of the profile, the devices that it watches, and what it would have alarmed on in the last
    two weeks. Attach it to all things or to groups; detach it and its alarms end.
  </p>
);
