// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { useGo } from "../../session/go";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ResourceTable } from "../../ui/ResourceTable";
import { DeletePolicyModal } from "./DeletePolicyModal";
import { policyHelp } from "./help";
import type { Policy } from "./types";

export const policyPath = (name: string) => `/policies/${encodeURIComponent(name)}`;

/** All policies. */
export function PoliciesPage() {
  const [deleting, setDeleting] = useState<string>();
  const go = useGo();
  const policies = useList<Policy>(
    "iot",
    "ListPolicies",
    "policies",
    { pageSize: 250 },
    { live: ["registry"], token: tokens.marker },
  );
  const create = (
    <Button variant="primary" onClick={() => go("/policies/create")}>
      Create policy
    </Button>
  );
  return (
    <Page title="Policies" headless help={policyHelp}>
      <ResourceTable<Policy>
        title="Policies"
        name="policies"
        headingLevel="h1"
        info
        variant="full-page"
        description="What devices may do: connect, publish, subscribe, receive."
        query={policies}
        idOf={policy => policy.policyName}
        selection="single"
        actions={selected => (
          <>
            <Button disabled={selected.length !== 1} onClick={() => setDeleting(selected[0]?.policyName)}>
              Delete
            </Button>
            {create}
          </>
        )}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: policy => <Link to={policyPath(policy.policyName)}>{policy.policyName}</Link>,
            text: policy => policy.policyName,
          },
          { id: "arn", header: "ARN", cell: policy => policy.policyArn, text: policy => policy.policyArn },
        ]}
        empty={
          <Empty title="No policies" action={create}>
            A device may do only what a policy allows. Create one, then attach it to a certificate or a thing
            group.
          </Empty>
        }
      />
      {deleting && <DeletePolicyModal name={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}
