// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useChange } from "../../api/operation";
import { useGo } from "../../session/go";
import { useScope } from "../../session/scope";
import { CopyCli } from "../../ui/CopyCli";
import { useFlash } from "../../ui/flash";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { documentOf, exampleResource, firstStatement, jsonFault } from "./document";
import { policyHelp } from "./help";
import { policyPath } from "./PoliciesPage";
import { PolicyEditor } from "./PolicyEditor";
import { Saved } from "./Saved";

/** Creates a policy by form or as JSON. */
export function CreatePolicyPage() {
  const [name, setName] = useState("");
  const { account, region } = useScope();
  const [document, setDocument] = useState(() =>
    documentOf([{ ...firstStatement, resources: exampleResource(firstStatement.actions, account, region) }]),
  );
  const create = useChange("iot", "CreatePolicy");
  const flash = useFlash();
  const go = useGo();
  const input = { policyName: name, policyDocument: document };
  const save = async () => {
    try {
      await create.mutateAsync(input);
      flash.success(<Saved policy={name}>Policy {name} is created.</Saved>);
      go(policyPath(name));
    } catch {
      // The problem is shown below.
    }
  };
  return (
    <Page title="Create policy" above={[{ text: "Policies", path: "/policies" }]} help={policyHelp}>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <CopyCli service="iot" operation="CreatePolicy" input={input} />
            <Button variant="link" onClick={() => go("/policies")}>
              Cancel
            </Button>
            <Button
              variant="primary"
              loading={create.isPending}
              disabled={name === "" || jsonFault(document) !== undefined}
              onClick={() => void save()}
            >
              Create policy
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <Container>
            <FormField
              label="Policy name"
              constraintText="Letters, digits and the characters _ + = , . @ -; 1 to 128 of them."
            >
              <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus />
            </FormField>
          </Container>
          <PolicyEditor document={document} onChange={setDocument} />
          {create.error && <ProblemAlert problem={create.error} />}
        </SpaceBetween>
      </Form>
    </Page>
  );
}
