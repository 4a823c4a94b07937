// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useParams } from "react-router";
import { useList, useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Severity } from "../../../ui/Severity";
import { Time } from "../../../ui/Time";
import { Mitigate } from "../mitigation/Mitigate";
import { Suppress } from "../suppressions/Suppress";
import type { AuditedResource, AuditFinding } from "../types";
import { checkTitle, constantTitle, resourceName, resourcePath } from "../words";

/** One fault of one resource: why, the witness, what else it touches, and what can be done. */
export function AuditFindingPage() {
  const { findingId = "" } = useParams();
  const answer = useOperation<{ finding: AuditFinding }>(
    "iot",
    "DescribeAuditFinding",
    { findingId },
    {
      live: ["audit"],
    },
  );
  const related = useList<AuditedResource>("iot", "ListRelatedResourcesForAuditFinding", "relatedResources", {
    findingId,
  });
  const [doing, setDoing] = useState<"mitigate" | "suppress">();
  const finding = answer.data?.finding;
  const close = () => setDoing(undefined);
  return (
    <Page
      title={finding ? checkTitle(finding.checkName) : "Audit finding"}
      above={[{ text: "Audit findings", path: "/audit/findings" }]}
      help={help}
      actions={
        finding && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setDoing("suppress")}>Suppress</Button>
            <Button variant="primary" onClick={() => setDoing("mitigate")}>
              Mitigate
            </Button>
          </SpaceBetween>
        )
      }
    >
      <SpaceBetween size="l">
        {answer.error && !finding && <ProblemAlert problem={answer.error} retry={() => answer.refetch()} />}
        {finding && <Details finding={finding} />}
        {finding && (
          <ResourceTable<AuditedResource>
            title="Related resources"
            name="related"
            query={related}
            idOf={resource => JSON.stringify(resource.resourceIdentifier)}
            columns={[
              {
                id: "type",
                header: "Type",
                cell: resource => constantTitle(resource.resourceType),
                text: resource => resource.resourceType,
              },
              {
                id: "name",
                header: "Resource",
                cell: resource => <ResourceLink resource={resource} />,
                text: resource => resourceName(resource.resourceIdentifier),
              },
              {
                id: "more",
                header: "More",
                cell: resource => pairs(resource.additionalInfo),
                text: resource => pairs(resource.additionalInfo),
              },
            ]}
            empty={<Empty title="No related resources">No other resource shares this fault.</Empty>}
          />
        )}
      </SpaceBetween>
      {finding && doing === "mitigate" && (
        <Mitigate order={{ kind: "AUDIT", findings: [finding] }} onClose={close} />
      )}
      {finding && doing === "suppress" && (
        <Suppress
          checkName={finding.checkName}
          resourceIdentifier={finding.nonCompliantResource.resourceIdentifier}
          onClose={close}
        />
      )}
    </Page>
  );
}

function Details({ finding }: { finding: AuditFinding }) {
  const { nonCompliantResource: resource } = finding;
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: "Severity", value: <Severity label={finding.severity} /> },
          { label: "Resource type", value: constantTitle(resource.resourceType) },
          { label: "Resource", value: <ResourceLink resource={resource} /> },
          { label: "Reason", value: finding.reasonForNonCompliance ?? "–" },
          { label: "Reason code", value: finding.reasonForNonComplianceCode ?? "–" },
          { label: "Found", value: <Time at={finding.findingTime} /> },
          {
            label: "Audit",
            value: finding.taskId ? (
              <Link to={`/audit/results/${finding.taskId}`}>{finding.taskId}</Link>
            ) : (
              "–"
            ),
          },
          { label: "Suppressed", value: finding.isSuppressed ? "Yes" : "No" },
          ...Object.entries(resource.additionalInfo ?? {}).map(([label, value]) => ({ label, value })),
        ]}
      />
    </Container>
  );
}

function ResourceLink({ resource }: { resource: AuditedResource }) {
  const path = resourcePath(resource.resourceIdentifier);
  const name = resourceName(resource.resourceIdentifier);
  return path ? <Link to={path}>{name}</Link> : name;
}

const pairs = (info: Record<string, string> | undefined) =>
  Object.entries(info ?? {})
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ") || "–";

const help = (
  <>
    <p>What the audit found, with a request that shows the fault where there is one.</p>
    <p>
      Mitigate runs actions on the resource; they can be tried without effect first, and undone. Suppress says
      that the fault is accepted, why, and until when.
    </p>
  </>
);
