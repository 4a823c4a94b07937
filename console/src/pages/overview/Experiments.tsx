// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";
import { useOperation } from "../../api/operation";
import { Link } from "../../ui/Link";
import { useRecent } from "../../ui/useRecent";
import type { AuditTask } from "../audit/types";
import type { Named } from "../detect/types";
import { findingsPath } from "../findings/filter/filters";
import { severityFilter } from "./openFindings";

const days = 89;

/** Two walks through the product, each a few clicks; a step is ticked off when the server shows it done. */
export function Experiments() {
  const steps = useSteps();
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description="Two experiments that show everything working together.">
          First steps
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Walk title="A policy that allows too much becomes a critical finding" steps={steps.audit} />
        <Walk title="A device that sends too much raises an alarm that ends by itself" steps={steps.detect} />
      </SpaceBetween>
    </Container>
  );
}

interface Step {
  done: boolean;
  text: ReactNode;
}

function Walk({ title, steps }: { title: string; steps: readonly Step[] }) {
  return (
    <section>
      <b>{title}</b>
      <ol>
        {steps.map(({ done, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change their order
          <li key={index}>
            <StatusIndicator type={done ? "success" : "pending"}>{done ? "Done:" : ""}</StatusIndicator>{" "}
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

function useSteps() {
  const span = useRecent(days);
  const integrations = useOperation<{ ProductSubscriptions: string[] }>(
    "securityhub",
    "ListEnabledProductsForImport",
  );
  const policies = useOperation<{ policies: unknown[] }>(
    "iot",
    "ListPolicies",
    { pageSize: 1 },
    { live: ["registry"] },
  );
  const audits = useOperation<{ tasks: AuditTask[] }>(
    "iot",
    "ListAuditTasks",
    { ...span, maxResults: 1 },
    {
      live: ["audit"],
    },
  );
  const critical = useOperation<{ Findings: unknown[] }>(
    "securityhub",
    "GetFindings",
    { Filters: severityFilter("CRITICAL"), MaxResults: 1 },
    { live: ["finding"] },
  );
  const profiles = useOperation<{ securityProfileIdentifiers: Named[] }>("iot", "ListSecurityProfiles", {
    maxResults: 1,
  });
  const events = useOperation<{ violationEvents: { violationEventType: string }[] }>(
    "iot",
    "ListViolationEvents",
    { ...useRecent(13), maxResults: 250 },
    { live: ["alarm"] },
  );
  const types = new Set(events.data?.violationEvents.map(({ violationEventType }) => violationEventType));
  const accepted = (integrations.data?.ProductSubscriptions ?? []).filter(arn =>
    arn.includes("iot-device-defender"),
  );
  return {
    audit: [
      {
        done: accepted.length >= 2,
        text: (
          <>
            Accept findings of both Device Defender <Link to="/integrations">integrations</Link>.
          </>
        ),
      },
      {
        done: (policies.data?.policies.length ?? 0) > 0,
        text: (
          <>
            <Link to="/policies/create">Create a policy</Link> that allows everything.
          </>
        ),
      },
      {
        done: (audits.data?.tasks.length ?? 0) > 0,
        text: (
          <>
            <Link to="/audit/results">Run an audit</Link> with all checks.
          </>
        ),
      },
      {
        done: (critical.data?.Findings.length ?? 0) > 0,
        text: (
          <>
            Look at the <Link to={findingsPath(severityFilter("CRITICAL"))}>critical finding</Link>.
          </>
        ),
      },
    ],
    detect: [
      {
        done: (profiles.data?.securityProfileIdentifiers.length ?? 0) > 0,
        text: (
          <>
            <Link to="/detect/profiles/create">Create a security profile</Link> for all things: message size
            less than 8 bytes.
          </>
        ),
      },
      {
        done: types.has("in-alarm"),
        text: (
          <>
            Publish a longer message with the <Link to="/mqtt">MQTT test client</Link>, and see the{" "}
            <Link to="/detect/alarms">alarm</Link>.
          </>
        ),
      },
      {
        done: types.has("alarm-cleared"),
        text: <>Publish short messages only: the alarm ends, and its finding archives itself.</>,
      },
    ],
  };
}
