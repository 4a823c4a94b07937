// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { optionsStatus } from "../../ui/optionsStatus";
import type { Certificate } from "../certificates/types";

export function AttachCertificateModal({ thingName, onClose }: { thingName: string; onClose: () => void }) {
  const [principal, setPrincipal] = useState("");
  const certificates = useList<Certificate>(
    "iot",
    "ListCertificates",
    "certificates",
    { pageSize: 250 },
    { token: tokens.marker },
  );
  const options = (certificates.data?.items ?? []).map(certificate => ({
    value: certificate.certificateArn,
    label: certificate.certificateId,
    description: certificate.status,
  }));
  return (
    <ActionModal
      title={`Attach a certificate to ${thingName}`}
      action="Attach"
      service="iot"
      operation="AttachThingPrincipal"
      input={{ thingName, principal }}
      ready={principal !== ""}
      done={() => `The certificate is attached to ${thingName}.`}
      onClose={onClose}
    >
      <FormField label="Certificate">
        <Select
          selectedOption={options.find(option => option.value === principal) ?? null}
          options={options}
          onChange={({ detail }) => setPrincipal(detail.selectedOption.value ?? "")}
          filteringType="auto"
          placeholder="Choose a certificate"
          empty="No certificates"
          {...optionsStatus(certificates)}
        />
      </FormField>
    </ActionModal>
  );
}
