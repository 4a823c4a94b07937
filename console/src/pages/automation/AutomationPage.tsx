// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../api/operation";
import { useGo } from "../../session/go";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { Applications } from "./Applications";
import { RuleModal } from "./RuleModal";
import type { RuleSummary } from "./types";

const editOf = (arn: string) => `/automation/edit?arn=${encodeURIComponent(arn)}`;

/** Automation rules in their order, and how their application to stored findings goes. */
export function AutomationPage() {
  const query = useList<RuleSummary>("securityhub", "ListAutomationRules", "AutomationRulesMetadata", {
    MaxResults: 100,
  });
  const [asked, setAsked] = useState<{ what: "delete" | "toggle" | "apply"; rule: RuleSummary }>();
  const go = useGo();
  return (
    <Page
      title="Automation rules"
      headless
      help={
        <>
          <p>
            An automation rule changes findings as they come: it lowers or raises their severity, suppresses
            them, adds a note.
          </p>
          <p>
            Rules run in their order, the smallest number first. Where two change the same field, the later
            one wins; a terminal rule is the last for the findings that meet it.
          </p>
          <p>A rule sees findings that come after it. Apply it to change those that are there too.</p>
        </>
      }
    >
      <SpaceBetween size="l">
        <ResourceTable<RuleSummary>
          title="Automation rules"
          name="rules"
          headingLevel="h1"
          info
          query={query}
          idOf={({ RuleArn }) => RuleArn}
          selection="single"
          actions={([rule]) => (
            <>
              <Button disabled={!rule} onClick={() => rule && setAsked({ what: "toggle", rule })}>
                {rule?.RuleStatus === "DISABLED" ? "Enable" : "Disable"}
              </Button>
              <Button disabled={!rule} onClick={() => rule && setAsked({ what: "delete", rule })}>
                Delete
              </Button>
              <Button disabled={!rule} onClick={() => rule && go(editOf(rule.RuleArn))}>
                Edit
              </Button>
              <Button disabled={!rule} onClick={() => rule && setAsked({ what: "apply", rule })}>
                Apply to stored findings
              </Button>
              <Button variant="primary" onClick={() => go("/automation/create")}>
                Create rule
              </Button>
            </>
          )}
          empty={
            <Empty title="No automation rules">
              A rule changes findings as they come, for instance suppresses what a test fleet causes.
            </Empty>
          }
          columns={[
            {
              id: "order",
              header: "Order",
              cell: rule => rule.RuleOrder,
              text: rule => rule.RuleOrder,
              width: 100,
            },
            {
              id: "name",
              header: "Name",
              cell: rule => <Link to={editOf(rule.RuleArn)}>{rule.RuleName}</Link>,
              text: rule => rule.RuleName,
            },
            {
              id: "description",
              header: "Description",
              cell: rule => rule.Description,
              text: rule => rule.Description,
            },
            {
              id: "status",
              header: "Status",
              cell: rule => (
                <StatusIndicator type={rule.RuleStatus === "ENABLED" ? "success" : "stopped"}>
                  {rule.RuleStatus === "ENABLED" ? "Enabled" : "Disabled"}
                </StatusIndicator>
              ),
              text: rule => rule.RuleStatus,
            },
            { id: "terminal", header: "Terminal", cell: rule => (rule.IsTerminal ? "Yes" : "No") },
            {
              id: "updated",
              header: "Changed",
              cell: rule => <Time at={rule.UpdatedAt} />,
              text: rule => rule.UpdatedAt,
            },
            {
              id: "by",
              header: "Created by",
              cell: rule => rule.CreatedBy ?? "–",
              text: rule => rule.CreatedBy,
              hidden: true,
            },
          ]}
        />
        <Applications rules={query.data?.items ?? []} />
      </SpaceBetween>
      {asked && <RuleModal {...asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
