// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs, { type KeyValuePairsProps } from "@cloudscape-design/components/key-value-pairs";
import CloudscapeLink from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useGo } from "../../../session/go";
import { CopyText } from "../../../ui/CopyText";
import { Link } from "../../../ui/Link";
import { Severity } from "../../../ui/Severity";
import { Time } from "../../../ui/Time";
import { SuppressModal } from "../change/SuppressModal";
import { UpdateModal } from "../change/UpdateModal";
import { WorkflowMenu } from "../change/WorkflowMenu";
import { findingsPath } from "../filter/filters";
import { ComplianceStatus, WorkflowStatus, words } from "../labels";
import type { Finding, FindingIdentifier } from "../types";
import { ResourceSection } from "./ResourceSection";

/** What somebody must know of a finding to decide about it. */
export function OverviewTab({
  finding,
  show,
}: {
  finding: Finding;
  show: (finding: FindingIdentifier) => void;
}) {
  const [opened, setOpened] = useState<string>();
  const go = useGo();
  const close = () => setOpened(undefined);
  const recommendation = finding.Remediation?.Recommendation;
  return (
    <SpaceBetween size="l">
      <SpaceBetween direction="horizontal" size="xs">
        <WorkflowMenu selected={[finding]} onDone={close} />
        <Button onClick={() => setOpened("update")}>Change</Button>
        <Button onClick={() => setOpened("suppress")}>Suppress</Button>
        <Button onClick={() => go(findingsPath({ Title: [{ Value: finding.Title, Comparison: "EQUALS" }] }))}>
          Find alike
        </Button>
      </SpaceBetween>
      <Box variant="p">{finding.Description}</Box>
      <KeyValuePairs columns={2} items={facts(finding)} />
      {recommendation && (recommendation.Text || recommendation.Url) && (
        <div>
          <Box variant="h4">Remediation</Box>
          <Box variant="p">{recommendation.Text}</Box>
          {recommendation.Url && (
            <CloudscapeLink href={recommendation.Url} external>
              How to fix it
            </CloudscapeLink>
          )}
        </div>
      )}
      {finding.Note && (
        <div>
          <Box variant="h4">Note</Box>
          <Box variant="p">{finding.Note.Text}</Box>
          <Box variant="small">
            {finding.Note.UpdatedBy}, <Time at={finding.Note.UpdatedAt} />
          </Box>
        </div>
      )}
      {finding.Resources?.map(resource => (
        <ResourceSection key={`${resource.Type} ${resource.Id}`} resource={resource} />
      ))}
      {finding.Compliance && <Compliance finding={finding} />}
      <Fields title="Process" of={finding.Process} />
      <Fields title="Network" of={finding.Network} />
      <Fields title="User-defined fields" of={finding.UserDefinedFields} />
      <Fields title="Product fields" of={finding.ProductFields} />
      {finding.RelatedFindings && (
        <ExpandableSection headerText={`Related findings (${finding.RelatedFindings.length})`}>
          <SpaceBetween size="xxs">
            {finding.RelatedFindings.map(related => (
              <CloudscapeLink key={`${related.ProductArn} ${related.Id}`} onFollow={() => show(related)}>
                {related.Id}
              </CloudscapeLink>
            ))}
          </SpaceBetween>
        </ExpandableSection>
      )}
      {opened === "update" && <UpdateModal selected={[finding]} onClose={close} onDone={close} />}
      {opened === "suppress" && (
        <SuppressModal selected={[finding]} filters={{}} onClose={close} onDone={close} />
      )}
    </SpaceBetween>
  );
}

function facts(finding: Finding): KeyValuePairsProps.Item[] {
  const given = (label: string, value: string | number | undefined): KeyValuePairsProps.Item[] =>
    value === undefined || value === "" ? [] : [{ label, value }];
  return [
    { label: "Severity", value: <Severity label={finding.Severity?.Label} /> },
    { label: "Workflow status", value: <WorkflowStatus status={finding.Workflow?.Status} /> },
    {
      label: "Product",
      value: finding.ProductName ? (
        <Link to={findingsPath({ ProductName: [{ Value: finding.ProductName, Comparison: "EQUALS" }] })}>
          {finding.ProductName}
        </Link>
      ) : (
        finding.ProductArn
      ),
    },
    ...given("Record state", words(finding.RecordState)),
    ...given("Verification", words(finding.VerificationState)),
    ...given("Account", finding.AwsAccountName ?? finding.AwsAccountId),
    ...given("Region", finding.Region),
    { label: "First observed", value: <Time at={finding.FirstObservedAt ?? finding.CreatedAt} /> },
    { label: "Last observed", value: <Time at={finding.LastObservedAt ?? finding.UpdatedAt} /> },
    { label: "Updated", value: <Time at={finding.UpdatedAt} /> },
    ...given("Confidence", finding.Confidence),
    ...given("Criticality", finding.Criticality),
    ...given("Types", finding.Types?.join(", ")),
    ...given("Generator", finding.GeneratorId),
    {
      label: "Finding ID",
      value: (
        <>
          <CopyText text={finding.Id} what="finding ID" /> <span className="id">{finding.Id}</span>
        </>
      ),
    },
    ...(finding.SourceUrl
      ? [
          {
            label: "Source",
            value: <CloudscapeLink href={finding.SourceUrl}>Open at the product</CloudscapeLink>,
          },
        ]
      : []),
  ];
}

function Compliance({ finding: { Compliance: compliance } }: { finding: Finding }) {
  return (
    <div>
      <Box variant="h4">Compliance</Box>
      <SpaceBetween size="xs">
        <ComplianceStatus status={compliance?.Status} />
        {compliance?.SecurityControlId && <Box>Control {compliance.SecurityControlId}</Box>}
        {compliance?.RelatedRequirements && (
          <Box>Requirements: {compliance.RelatedRequirements.join(", ")}</Box>
        )}
        {compliance?.StatusReasons?.map(({ ReasonCode, Description }) => (
          <Box key={ReasonCode}>
            {ReasonCode}
            {Description && `: ${Description}`}
          </Box>
        ))}
      </SpaceBetween>
    </div>
  );
}

/** Fields by name; structures among them as JSON. */
function Fields({ title, of }: { title: string; of: Record<string, unknown> | undefined }) {
  const entries = Object.entries(of ?? {});
  if (entries.length === 0) return null;
  return (
    <ExpandableSection headerText={`${title} (${entries.length})`}>
      <KeyValuePairs
        columns={1}
        items={entries.map(([label, value]) => ({
          label,
          value: typeof value === "object" ? JSON.stringify(value) : String(value),
        }))}
      />
    </ExpandableSection>
  );
}
