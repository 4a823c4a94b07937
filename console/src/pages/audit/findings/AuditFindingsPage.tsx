// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Severity, severityRank } from "../../../ui/Severity";
import { Time } from "../../../ui/Time";
import { useUrlState } from "../../../ui/urlState";
import { useRecent } from "../../../ui/useRecent";
import { Mitigate } from "../mitigation/Mitigate";
import type { AuditFinding } from "../types";
import { checkTitle, resourceName, resourcePath } from "../words";

const days = 89;

/** Findings of audits: of one audit and check, or of the last three months. */
export function AuditFindingsPage() {
  const [taskId, setTaskId] = useUrlState("taskId");
  const [checkName, setCheckName] = useUrlState("checkName");
  const [suppressed, setSuppressed] = useUrlState("suppressed");
  const [mitigating, setMitigating] = useState<readonly AuditFinding[]>();
  const span = useRecent(days);
  const input = {
    ...(taskId ? { taskId } : span),
    ...(checkName ? { checkName } : {}),
    ...(suppressed ? { listSuppressedFindings: true } : {}),
  };
  const findings = useList<AuditFinding>("iot", "ListAuditFindings", "findings", input, { live: ["audit"] });
  const tokens = [
    ...(taskId ? [{ label: `Audit ${taskId}`, clear: () => setTaskId(undefined) }] : []),
    ...(checkName ? [{ label: checkTitle(checkName), clear: () => setCheckName(undefined) }] : []),
  ];
  return (
    <Page title="Audit findings" above={[{ text: "Audit", path: "/audit/results" }]} headless help={help}>
      <SpaceBetween size="s">
        {tokens.length > 0 && (
          <TokenGroup
            items={tokens.map(({ label }) => ({ label, dismissLabel: `Remove ${label}` }))}
            onDismiss={({ detail }) => tokens[detail.itemIndex]?.clear()}
          />
        )}
        <ResourceTable<AuditFinding>
          title="Audit findings"
          name="findings"
          headingLevel="h1"
          info
          query={findings}
          selection="multi"
          idOf={finding => finding.findingId}
          columns={[
            {
              id: "check",
              header: "Check",
              cell: finding => (
                <Link to={`/audit/findings/${finding.findingId}`}>{checkTitle(finding.checkName)}</Link>
              ),
              text: finding => checkTitle(finding.checkName),
            },
            {
              id: "severity",
              header: "Severity",
              cell: finding => <Severity label={finding.severity} />,
              text: finding => severityRank(finding.severity),
            },
            {
              id: "resource",
              header: "Resource",
              cell: finding => <Resource finding={finding} />,
              text: finding => resourceName(finding.nonCompliantResource.resourceIdentifier),
            },
            {
              id: "reason",
              header: "Reason",
              cell: finding => finding.reasonForNonCompliance ?? "–",
              text: finding => finding.reasonForNonCompliance,
            },
            {
              id: "time",
              header: "Found",
              cell: finding => <Time at={finding.findingTime} />,
              text: finding => finding.findingTime,
            },
            {
              id: "task",
              header: "Audit",
              cell: finding =>
                finding.taskId ? <Link to={`/audit/results/${finding.taskId}`}>{finding.taskId}</Link> : "–",
              text: finding => finding.taskId,
              hidden: true,
            },
          ]}
          empty={
            <Empty title="No findings">
              Nothing is out of order, or no audit has run. Run one from the{" "}
              <Link to="/audit/results">audit results</Link>.
            </Empty>
          }
          actions={selected => (
            <>
              <Toggle
                checked={suppressed !== undefined}
                onChange={({ detail }) => setSuppressed(detail.checked ? "true" : undefined)}
              >
                Suppressed
              </Toggle>
              <Button disabled={selected.length === 0} onClick={() => setMitigating(selected)}>
                Mitigate
              </Button>
            </>
          )}
        />
      </SpaceBetween>
      {mitigating && (
        <Mitigate
          order={{
            kind: "AUDIT",
            findings: mitigating.map(({ findingId, checkName: name }) => ({ findingId, checkName: name })),
          }}
          onClose={() => setMitigating(undefined)}
        />
      )}
    </Page>
  );
}

function Resource({ finding }: { finding: AuditFinding }) {
  const { resourceIdentifier } = finding.nonCompliantResource;
  const path = resourcePath(resourceIdentifier);
  const name = resourceName(resourceIdentifier);
  return path ? <Link to={path}>{name}</Link> : name;
}

const help = (
  <p>
    A finding names a resource that does not comply with a check, and why. The hub shows the same faults
    beside those of other products under Findings; there they close by themselves when the fault is gone.
  </p>
);
