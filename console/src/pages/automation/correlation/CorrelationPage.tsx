// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Severity, severityRank } from "../../../ui/Severity";
import { Time } from "../../../ui/Time";
import { findingsPath, openFindings } from "../../findings/filter/filters";
import { words } from "../../findings/labels";
import { type CorrelationRule, joints, spanOf } from "./types";

/** Rules that make one finding out of several. */
export function CorrelationPage() {
  const query = useList<CorrelationRule>(
    "fleetward",
    "ListCorrelationRules",
    "rules",
    {},
    { live: ["finding"] },
  );
  const [asked, setAsked] = useState<{ what: "delete" | "toggle"; rule: CorrelationRule }>();
  const go = useGo();
  return (
    <Page
      title="Correlation rules"
      headless
      help={
        <>
          <p>
            A correlation rule looks for several findings on one resource or device within a span of time and
            makes one of its own that names them: a device with a critical fault that also misbehaves.
          </p>
          <p>It sees what comes from now on, and soon what is stored.</p>
        </>
      }
    >
      <ResourceTable<CorrelationRule>
        title="Correlation rules"
        name="correlations"
        headingLevel="h1"
        variant="full-page"
        info
        query={query}
        idOf={({ ruleId }) => ruleId}
        selection="single"
        actions={([rule]) => (
          <>
            <Button disabled={!rule} onClick={() => rule && setAsked({ what: "toggle", rule })}>
              {rule?.status === "DISABLED" ? "Enable" : "Disable"}
            </Button>
            <Button disabled={!rule} onClick={() => rule && setAsked({ what: "delete", rule })}>
              Delete
            </Button>
            <Button disabled={!rule} onClick={() => rule && go(`/correlation/${rule.ruleId}/edit`)}>
              Edit
            </Button>
            <Button variant="primary" onClick={() => go("/correlation/create")}>
              Create rule
            </Button>
          </>
        )}
        empty={
          <Empty title="No correlation rules">
            A rule makes one finding out of several on one resource, so that what belongs together is seen
            together.
          </Empty>
        }
        columns={[
          {
            id: "name",
            header: "Name",
            cell: rule => <Link to={`/correlation/${rule.ruleId}/edit`}>{rule.name}</Link>,
            text: rule => rule.name,
          },
          {
            id: "severity",
            header: "Severity",
            cell: rule => <Severity label={rule.severity} />,
            text: rule => severityRank(rule.severity),
          },
          {
            id: "parts",
            header: "Joins",
            cell: rule => rule.parts.map(({ name }) => name).join(rule.ordered ? ", then " : " and "),
          },
          {
            id: "joint",
            header: "On",
            cell: rule => joints.find(({ value }) => value === rule.joinedBy)?.label,
            text: rule => rule.joinedBy,
          },
          {
            id: "within",
            header: "Within",
            cell: rule => spanOf(rule.withinSeconds),
            text: rule => rule.withinSeconds,
          },
          {
            id: "open",
            header: "Open findings",
            cell: rule => (
              <Link
                to={findingsPath({
                  ...openFindings,
                  GeneratorId: [{ Value: rule.ruleArn, Comparison: "EQUALS" }],
                })}
              >
                {rule.openFindings}
              </Link>
            ),
            text: rule => rule.openFindings,
          },
          {
            id: "status",
            header: "Status",
            cell: rule =>
              rule.phase === "SETTLED" ? (
                <StatusIndicator type={rule.status === "ENABLED" ? "success" : "stopped"}>
                  {words(rule.status)}
                </StatusIndicator>
              ) : (
                <StatusIndicator type="in-progress">{words(rule.phase)}</StatusIndicator>
              ),
            text: rule => rule.status,
          },
          {
            id: "updated",
            header: "Changed",
            cell: rule => <Time at={rule.updatedAt} />,
            text: rule => rule.updatedAt,
            hidden: true,
          },
          {
            id: "by",
            header: "By",
            cell: rule => rule.createdBy,
            text: rule => rule.createdBy,
            hidden: true,
          },
        ]}
      />
      {asked?.what === "delete" && (
        <ActionModal
          title={`Delete ${asked.rule.name}`}
          action="Delete"
          service="fleetward"
          operation="DeleteCorrelationRule"
          input={{ ruleId: asked.rule.ruleId }}
          done={() => `Deleted the correlation rule ${asked.rule.name}.`}
          onClose={() => setAsked(undefined)}
        >
          {asked.rule.endsWhen === "NEVER"
            ? "The findings that it made stay."
            : "The findings that it made are archived."}
        </ActionModal>
      )}
      {asked?.what === "toggle" && (
        <ActionModal
          title={`${asked.rule.status === "ENABLED" ? "Disable" : "Enable"} ${asked.rule.name}`}
          action={asked.rule.status === "ENABLED" ? "Disable" : "Enable"}
          service="fleetward"
          operation="UpdateCorrelationRule"
          input={{
            ruleId: asked.rule.ruleId,
            status: asked.rule.status === "ENABLED" ? "DISABLED" : "ENABLED",
          }}
          done={() => `Changed the correlation rule ${asked.rule.name}.`}
          onClose={() => setAsked(undefined)}
        >
          {asked.rule.status === "ENABLED"
            ? "The findings that it made are archived."
            : "It begins with what is stored."}
        </ActionModal>
      )}
    </Page>
  );
}
