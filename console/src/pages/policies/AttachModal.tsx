// SPDX-License-Identifier: Apache-2.0
import Autosuggest from "@cloudscape-design/components/autosuggest";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { optionsStatus } from "../../ui/optionsStatus";

/** Attaches a policy to a thing group or certificate. */
export function AttachModal({ policyName, onClose }: { policyName: string; onClose: () => void }) {
  const [target, setTarget] = useState("");
  const groups = useList<{ groupName: string; groupArn: string }>("iot", "ListThingGroups", "thingGroups");
  const certificates = useList<{ certificateId: string; certificateArn: string }>(
    "iot",
    "ListCertificates",
    "certificates",
    { pageSize: 250 },
    { token: tokens.marker },
  );
  return (
    <ActionModal
      title={`Attach ${policyName}`}
      action="Attach"
      service="iot"
      operation="AttachPolicy"
      input={{ policyName, target }}
      ready={target !== ""}
      done={() => `${policyName} is attached.`}
      onClose={onClose}
    >
      <FormField label="Target" description="A thing group or a certificate, by its ARN.">
        <Autosuggest
          value={target}
          onChange={({ detail }) => setTarget(detail.value)}
          enteredTextLabel={value => `Use ${value}`}
          placeholder="Find by name or ARN"
          ariaLabel="Target"
          empty="No thing groups or certificates"
          {...optionsStatus(groups, certificates)}
          options={[
            {
              label: "Thing groups",
              options: (groups.data?.items ?? []).map(group => ({
                value: group.groupArn,
                label: group.groupName,
              })),
            },
            {
              label: "Certificates",
              options: (certificates.data?.items ?? []).map(certificate => ({
                value: certificate.certificateArn,
                label: certificate.certificateId,
              })),
            },
          ]}
        />
      </FormField>
    </ActionModal>
  );
}
