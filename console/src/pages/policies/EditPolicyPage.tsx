// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Form from "@cloudscape-design/components/form";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useParams } from "react-router";
import { useChange, useOperation } from "../../api/operation";
import { useGo } from "../../session/go";
import { CopyCli } from "../../ui/CopyCli";
import { useFlash } from "../../ui/flash";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { pretty } from "../../ui/pretty";
import { jsonFault } from "./document";
import { policyHelp } from "./help";
import { policyPath } from "./PoliciesPage";
import { PolicyEditor } from "./PolicyEditor";
import { Saved } from "./Saved";
import type { PolicyDetails } from "./types";

/** Writes a new version of a policy, beginning with the one in force. */
export function EditPolicyPage() {
  const { name = "" } = useParams();
  const policy = useOperation<PolicyDetails>("iot", "GetPolicy", { policyName: name });
  return (
    <Page
      title="New version"
      above={[
        { text: "Policies", path: "/policies" },
        { text: name, path: policyPath(name) },
      ]}
      description={`Of ${name}, beginning with the version in force.`}
      help={policyHelp}
    >
      {policy.error && !policy.data ? (
        <ProblemAlert problem={policy.error} retry={() => policy.refetch()} />
      ) : policy.data ? (
        <NewVersion policy={policy.data} />
      ) : (
        <Spinner />
      )}
    </Page>
  );
}

function NewVersion({ policy }: { policy: PolicyDetails }) {
  const [document, setDocument] = useState(pretty(policy.policyDocument));
  const [setAsDefault, setDefault] = useState(true);
  const create = useChange<{ policyVersionId: string }>("iot", "CreatePolicyVersion");
  const flash = useFlash();
  const go = useGo();
  const { policyName } = policy;
  const back = () => go(policyPath(policyName));
  const input = { policyName, policyDocument: document, setAsDefault };
  const save = async () => {
    try {
      const { policyVersionId } = await create.mutateAsync(input);
      flash.success(
        <Saved policy={policyName}>
          Version {policyVersionId} of {policyName} is created{setAsDefault ? " and in force" : ""}.
        </Saved>,
      );
      back();
    } catch {
      // The problem is shown below.
    }
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyCli service="iot" operation="CreatePolicyVersion" input={input} />
          <Button variant="link" onClick={back}>
            Cancel
          </Button>
          <Button
            variant="primary"
            loading={create.isPending}
            disabled={jsonFault(document) !== undefined}
            onClick={() => void save()}
          >
            Save as new version
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <PolicyEditor document={document} onChange={setDocument} inForce={policy.policyDocument} />
        <Checkbox checked={setAsDefault} onChange={({ detail }) => setDefault(detail.checked)}>
          Make it the default version: in force at once
        </Checkbox>
        {create.error && <ProblemAlert problem={create.error} />}
      </SpaceBetween>
    </Form>
  );
}
