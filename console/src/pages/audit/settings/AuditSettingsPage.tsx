// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { useState } from "react";
import { useChange, useOperation } from "../../../api/operation";
import { useScope } from "../../../session/scope";
import { CopyCli } from "../../../ui/CopyCli";
import { Empty } from "../../../ui/Empty";
import { useFlash } from "../../../ui/flash";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { useEnabledChecks } from "../useEnabledChecks";
import { checkTitle } from "../words";

interface Check {
  name: string;
  enabled: boolean;
}

/** Which checks run, whether changes are judged at once, and whom audits notify. */
export function AuditSettingsPage() {
  return (
    <Page title="Audit settings" above={[{ text: "Audit", path: "/audit/results" }]} help={help}>
      <SpaceBetween size="l">
        <ContinuousAudit />
        <Notification />
        <Checks />
      </SpaceBetween>
    </Page>
  );
}

function ContinuousAudit() {
  const state = useOperation<{ enabled: boolean }>("fleetward", "DescribeContinuousAudit");
  const change = useChange("fleetward", "UpdateContinuousAudit");
  const flash = useFlash();
  const set = (enabled: boolean) =>
    change
      .mutateAsync({ enabled })
      .then(() => flash.success(`Continuous audit is ${enabled ? "on" : "off"}.`))
      .catch(error => flash.failure(error));
  return (
    <Container header={<Header variant="h2">Continuous audit</Header>}>
      {state.error ? (
        <ProblemAlert problem={state.error} />
      ) : (
        <Toggle
          checked={state.data?.enabled ?? false}
          disabled={!state.data || change.isPending}
          onChange={({ detail }) => void set(detail.checked)}
          description="Its findings resolve by themselves when the fault is gone."
        >
          Judge every changed policy, certificate and role at once
        </Toggle>
      )}
    </Container>
  );
}

function Notification() {
  const { account } = useScope();
  const { configuration } = useEnabledChecks();
  const change = useChange("iot", "UpdateAccountAuditConfiguration");
  const flash = useFlash();
  const target = configuration.data?.auditNotificationTargetConfigurations?.SNS;
  const [typed, setTyped] = useState<string>();
  const topic = typed ?? target?.targetArn ?? "";
  const roleArn = configuration.data?.roleArn ?? `arn:aws:iam::${account}:role/Audit`;
  const input = {
    roleArn,
    auditNotificationTargetConfigurations: { SNS: { targetArn: topic, roleArn, enabled: topic !== "" } },
  };
  const save = () =>
    change
      .mutateAsync(input)
      .then(() => flash.success("Notifications are saved."))
      .catch(error => flash.failure(error));
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <CopyCli service="iot" operation="UpdateAccountAuditConfiguration" input={input} />
              <Button disabled={topic === ""} loading={change.isPending} onClick={() => void save()}>
                Save
              </Button>
            </SpaceBetween>
          }
        >
          Notifications
        </Header>
      }
    >
      <FormField label="SNS topic ARN" description="Told of each audit's end.">
        <Input value={topic} onChange={({ detail }) => setTyped(detail.value)} placeholder="arn:aws:sns:…" />
      </FormField>
    </Container>
  );
}

function Checks() {
  const { account } = useScope();
  const { configuration } = useEnabledChecks();
  const change = useChange("iot", "UpdateAccountAuditConfiguration");
  const flash = useFlash();
  const checks: Check[] = Object.entries(configuration.data?.auditCheckConfigurations ?? {})
    .map(([name, check]) => ({ name, enabled: check.enabled ?? false }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const set = (chosen: readonly Check[], enabled: boolean) =>
    change
      .mutateAsync({
        roleArn: configuration.data?.roleArn ?? `arn:aws:iam::${account}:role/Audit`,
        auditCheckConfigurations: Object.fromEntries(chosen.map(({ name }) => [name, { enabled }])),
      })
      .then(() => flash.success(`${chosen.length} checks are ${enabled ? "enabled" : "disabled"}.`))
      .catch(error => flash.failure(error));
  return (
    <ResourceTable<Check>
      title="Checks"
      name="checks"
      query={{
        data: configuration.data && { items: checks, complete: true },
        error: configuration.error,
        isPending: configuration.isPending,
        refetch: configuration.refetch,
      }}
      selection="multi"
      idOf={check => check.name}
      columns={[
        {
          id: "title",
          header: "Check",
          cell: check => checkTitle(check.name),
          text: check => checkTitle(check.name),
        },
        {
          id: "name",
          header: "Name",
          cell: check => <Box variant="code">{check.name}</Box>,
          text: check => check.name,
        },
        {
          id: "enabled",
          header: "Enabled",
          cell: check => (check.enabled ? "Yes" : "No"),
          text: check => (check.enabled ? "yes" : "no"),
        },
      ]}
      empty={<Empty title="No checks" />}
      actions={selected => (
        <>
          <Button disabled={selected.length === 0} onClick={() => void set(selected, false)}>
            Disable
          </Button>
          <Button disabled={selected.length === 0} onClick={() => void set(selected, true)}>
            Enable
          </Button>
          <Button variant="primary" disabled={checks.length === 0} onClick={() => void set(checks, true)}>
            Enable all
          </Button>
        </>
      )}
    />
  );
}

const help = <p>A check that is disabled neither runs in audits nor raises findings.</p>;
