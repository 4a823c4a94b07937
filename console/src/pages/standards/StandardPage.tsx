// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Empty } from "../../ui/Empty";
import { Facts } from "../../ui/Facts";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceTable } from "../../ui/ResourceTable";
import { Severity, severityRank } from "../../ui/Severity";
import { findingsPath } from "../findings/filter/filters";
import { ControlModal } from "./ControlModal";
import { StandardModal } from "./StandardModal";
import { ControlState, SecurityScore } from "./status";
import type { Control } from "./types";
import { useStandards } from "./useStandards";

/** One standard with its controls. */
export function StandardPage() {
  const [params] = useSearchParams();
  const arn = params.get("arn") ?? "";
  const { standards, subscriptionOf, scores, problem, isPending, refetch } = useStandards();
  const [changing, setChanging] = useState(false);
  const [control, setControl] = useState<Control>();
  const standard = standards.data?.items.find(({ StandardsArn }) => StandardsArn === arn);
  const subscription = subscriptionOf(arn);
  const controls = scores.data?.controls.filter(({ standardsArn }) => standardsArn === arn) ?? [];
  const score = scores.data?.standards.find(({ standardsArn }) => standardsArn === arn);
  return (
    <Page
      title={standard?.Name ?? "Standard"}
      above={[{ text: "Standards", path: "/standards" }]}
      description={standard?.Description}
      help={
        <p>A control that does not fit your fleet can be disabled with a reason; it then does not count.</p>
      }
      actions={
        standard && (
          <Button onClick={() => setChanging(true)}>
            {subscription ? "Disable standard" : "Enable standard"}
          </Button>
        )
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} retry={refetch} />
      ) : (
        <SpaceBetween size="l">
          <Facts
            columns={2}
            facts={[
              { label: "Security score", value: <SecurityScore score={score} name={standard?.Name ?? ""} /> },
              { label: "ARN", value: <span className="id">{arn}</span> },
            ]}
          />
          <ResourceTable<Control>
            title="Controls"
            name="controls"
            query={{
              data: isPending ? undefined : { items: controls, complete: true },
              error: null,
              isPending,
              refetch,
            }}
            idOf={({ securityControlId }) => securityControlId}
            selection="single"
            actions={([selected]) => (
              <Button disabled={!selected} onClick={() => setControl(selected)}>
                {selected?.controlStatus === "DISABLED" ? "Enable control" : "Disable control"}
              </Button>
            )}
            empty={
              <Empty title="No controls">
                {subscription
                  ? "The standard has no controls here."
                  : "Enable the standard to see how you do by it."}
              </Empty>
            }
            columns={[
              {
                id: "status",
                header: "Status",
                cell: one => <ControlState status={one.controlStatus} />,
                text: one => one.controlStatus,
                width: 140,
              },
              {
                id: "severity",
                header: "Severity",
                cell: one => <Severity label={one.severityRating} />,
                text: one => severityRank(one.severityRating),
                width: 130,
              },
              {
                id: "id",
                header: "ID",
                cell: one => one.securityControlId,
                text: one => one.securityControlId,
                width: 160,
              },
              { id: "title", header: "Title", cell: one => one.title, text: one => one.title },
              {
                id: "findings",
                header: "Findings",
                cell: one => (
                  <Link
                    to={findingsPath({
                      ComplianceSecurityControlId: [{ Value: one.securityControlId, Comparison: "EQUALS" }],
                      RecordState: [{ Value: "ACTIVE", Comparison: "EQUALS" }],
                    })}
                  >
                    See findings
                  </Link>
                ),
                width: 140,
              },
            ]}
          />
        </SpaceBetween>
      )}
      {changing && standard && (
        <StandardModal standard={standard} subscription={subscription} onClose={() => setChanging(false)} />
      )}
      {control && <ControlModal control={control} onClose={() => setControl(undefined)} />}
    </Page>
  );
}
