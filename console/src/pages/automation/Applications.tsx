// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import type { Application, RuleSummary } from "./types";
import { useCancel } from "./useCancel";

/** Milliseconds between two looks at an application that goes on. */
const pace = 1500;

/** Applications of rules to stored findings, those that go on with their progress. */
export function Applications({ rules }: { rules: readonly RuleSummary[] }) {
  const [going, setGoing] = useState(false);
  const query = useList<Application>(
    "fleetward",
    "ListAutomationRuleApplications",
    "applications",
    { maxResults: 100 },
    { every: going ? pace : false, atMost: 100 },
  );
  const goesOn = query.data?.items.some(({ status }) => status === "IN_PROGRESS") ?? false;
  if (goesOn !== going) setGoing(goesOn);
  const cancel = useCancel();
  const nameOf = (arn: string) => rules.find(({ RuleArn }) => RuleArn === arn)?.RuleName ?? arn;
  return (
    <ResourceTable<Application>
      title="Applications to stored findings"
      name="applications"
      query={query}
      idOf={({ applicationId }) => applicationId}
      empty={
        <Empty title="None">Choose a rule and apply it to change findings that are there already.</Empty>
      }
      columns={[
        { id: "rule", header: "Rule", cell: one => nameOf(one.ruleArn), text: one => nameOf(one.ruleArn) },
        {
          id: "progress",
          header: "Progress",
          cell: one =>
            one.status === "IN_PROGRESS" ? (
              <ProgressBar value={one.progressPercent} ariaLabel={`Application of ${nameOf(one.ruleArn)}`} />
            ) : (
              <StatusIndicator type={one.status === "COMPLETED" ? "success" : "stopped"}>
                {one.status === "COMPLETED" ? "Completed" : "Canceled"}
              </StatusIndicator>
            ),
          text: one => one.status,
        },
        {
          id: "matched",
          header: "Meet the rule",
          cell: one => one.matchedFindings.toLocaleString("en"),
          text: one => one.matchedFindings,
        },
        {
          id: "changed",
          header: "Changed",
          cell: one => one.changedFindings.toLocaleString("en"),
          text: one => one.changedFindings,
        },
        {
          id: "started",
          header: "Started",
          cell: one => <Time at={one.startedAt} />,
          text: one => one.startedAt,
        },
        { id: "by", header: "By", cell: one => one.startedBy, text: one => one.startedBy },
        {
          id: "cancel",
          header: "Action",
          cell: one =>
            one.status === "IN_PROGRESS" && (
              <Button variant="inline-link" onClick={() => cancel(one.applicationId)}>
                Call off
              </Button>
            ),
        },
      ]}
    />
  );
}
