// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ResourceTable } from "../../ui/ResourceTable";
import type { Policy } from "./types";

/** The policies attached to a certificate or thing group, by its ARN. */
export function AttachedPolicies({ target }: { target: string }) {
  const [attaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<string>();
  const attached = useList<Policy>(
    "iot",
    "ListAttachedPolicies",
    "policies",
    { target, pageSize: 250 },
    { live: ["registry"], token: tokens.marker },
  );
  return (
    <>
      <ResourceTable<Policy>
        title="Policies"
        name="attached"
        query={attached}
        idOf={policy => policy.policyName}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDetaching(chosen?.policyName)}>
              Detach
            </Button>
            <Button onClick={() => setAttaching(true)}>Attach policy</Button>
          </>
        )}
        columns={[
          {
            id: "name",
            header: "Policy",
            cell: ({ policyName }) => (
              <Link to={`/policies/${encodeURIComponent(policyName)}`}>{policyName}</Link>
            ),
            text: policy => policy.policyName,
          },
        ]}
        empty={<Empty title="No policies">Attach a policy to allow devices something.</Empty>}
      />
      {attaching && <AttachPolicyModal target={target} onClose={() => setAttaching(false)} />}
      {detaching && (
        <ActionModal
          title={`Detach ${detaching}`}
          action="Detach"
          service="iot"
          operation="DetachPolicy"
          input={{ policyName: detaching, target }}
          done={() => `${detaching} is detached.`}
          onClose={() => setDetaching(undefined)}
        >
          What only this policy allows is denied at once.
        </ActionModal>
      )}
    </>
  );
}

function AttachPolicyModal({ target, onClose }: { target: string; onClose: () => void }) {
  const [policyName, setPolicy] = useState("");
  const policies = useList<Policy>(
    "iot",
    "ListPolicies",
    "policies",
    { pageSize: 250 },
    { token: tokens.marker },
  );
  const options = (policies.data?.items ?? []).map(policy => ({
    value: policy.policyName,
    label: policy.policyName,
  }));
  return (
    <ActionModal
      title="Attach policy"
      action="Attach"
      service="iot"
      operation="AttachPolicy"
      input={{ policyName, target }}
      ready={policyName !== ""}
      done={() => `${policyName} is attached.`}
      onClose={onClose}
    >
      <FormField label="Policy">
        <Select
          selectedOption={options.find(({ value }) => value === policyName) ?? null}
          options={options}
          onChange={({ detail }) => setPolicy(detail.selectedOption.value ?? "")}
          filteringType="auto"
          placeholder="Choose a policy"
          empty="No policies"
        />
      </FormField>
    </ActionModal>
  );
}
