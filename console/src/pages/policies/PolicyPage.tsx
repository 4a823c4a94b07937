// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useParams } from "react-router";
import { useOperation } from "../../api/operation";
import { useGo } from "../../session/go";
import { CopyText } from "../../ui/CopyText";
import { Facts } from "../../ui/Facts";
import { Json } from "../../ui/Json";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceFindings } from "../../ui/ResourceFindings";
import { Time } from "../../ui/Time";
import { UrlTabs } from "../../ui/UrlTabs";
import { CompareTab } from "./CompareTab";
import { DeletePolicyModal } from "./DeletePolicyModal";
import { policyHelp } from "./help";
import { policyPath } from "./PoliciesPage";
import { TargetsTab } from "./TargetsTab";
import type { PolicyDetails } from "./types";
import { VersionsTab } from "./VersionsTab";

/** One policy: the document in force, its versions, what it is attached to, what is found wrong with it. */
export function PolicyPage() {
  const { name = "" } = useParams();
  const policy = useOperation<PolicyDetails>(
    "iot",
    "GetPolicy",
    { policyName: name },
    { live: ["registry"] },
  );
  const [deleting, setDeleting] = useState(false);
  const go = useGo();
  return (
    <Page
      title={name}
      above={[{ text: "Policies", path: "/policies" }]}
      help={policyHelp}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => setDeleting(true)}>Delete</Button>
          <Button variant="primary" onClick={() => go(`${policyPath(name)}/edit`)}>
            Edit as new version
          </Button>
        </SpaceBetween>
      }
    >
      {policy.error && !policy.data ? (
        <ProblemAlert problem={policy.error} retry={() => policy.refetch()} />
      ) : policy.data ? (
        <SpaceBetween size="l">
          <Facts
            facts={[
              { label: "ARN", value: <CopyText text={policy.data.policyArn} /> },
              { label: "Version in force", value: policy.data.defaultVersionId },
              { label: "Created", value: <Time at={policy.data.creationDate} /> },
            ]}
          />
          <UrlTabs
            label="Parts of the policy"
            tabs={[
              { id: "document", label: "Document", content: <InForce policy={policy.data} /> },
              {
                id: "versions",
                label: "Versions",
                content: <VersionsTab name={name} inForce={policy.data.defaultVersionId} />,
              },
              { id: "targets", label: "Attached to", content: <TargetsTab name={name} /> },
              { id: "compare", label: "Compare", content: <CompareTab policy={policy.data} /> },
              {
                id: "findings",
                label: "Findings",
                content: <ResourceFindings ids={[name, policy.data.policyArn]} types={["AwsIotPolicy"]} />,
              },
            ]}
          />
        </SpaceBetween>
      ) : (
        <Spinner />
      )}
      {deleting && (
        <DeletePolicyModal name={name} onClose={() => setDeleting(false)} onDone={() => go("/policies")} />
      )}
    </Page>
  );
}

function InForce({ policy }: { policy: PolicyDetails }) {
  return (
    <Container header={<Header variant="h2">Version {policy.defaultVersionId}, in force</Header>}>
      <Json of={policy.policyDocument} name="Policy document" />
    </Container>
  );
}
