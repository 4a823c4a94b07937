// SPDX-License-Identifier: Apache-2.0
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { ActionModal } from "../../ui/ActionModal";
import { Link } from "../../ui/Link";
import type { NewCertificate } from "./types";
import { certificatePath, shortId } from "./words";

type Way = "keys" | "csr" | "register";

const ways = {
  keys: { operation: "CreateKeysAndCertificate", text: "" },
  csr: { operation: "CreateCertificateFromCsr", text: "Signing request (PEM)" },
  register: { operation: "RegisterCertificateWithoutCA", text: "Certificate (PEM)" },
} as const;

interface CreateCertificateModalProps {
  onClose: () => void;
  /** Called with what was made, whose key exists nowhere else. */
  onMade: (made: NewCertificate) => void;
}

export function CreateCertificateModal({ onClose, onMade }: CreateCertificateModalProps) {
  const [way, setWay] = useState<Way>("keys");
  const [pem, setPem] = useState("");
  const [active, setActive] = useState(true);
  const input = {
    keys: { setAsActive: active },
    csr: { certificateSigningRequest: pem, setAsActive: active },
    register: { certificatePem: pem, status: active ? "ACTIVE" : "INACTIVE" },
  }[way];
  return (
    <ActionModal<NewCertificate>
      title="Create certificate"
      action="Create certificate"
      service="iot"
      operation={ways[way].operation}
      input={input}
      ready={way === "keys" || pem.trim() !== ""}
      done={({ certificateId }) => (
        <>
          Certificate{" "}
          <Link color="inverted" to={certificatePath(certificateId)}>
            {shortId(certificateId)}
          </Link>{" "}
          is created. Attach a policy and a thing to it.
        </>
      )}
      onDone={made => {
        if (made.certificatePem) onMade(made);
      }}
      onClose={onClose}
    >
      <FormField label="Made from">
        <RadioGroup
          value={way}
          onChange={({ detail }) => setWay(detail.value as Way)}
          items={[
            { value: "keys", label: "A new key", description: "The server makes key and certificate." },
            {
              value: "csr",
              label: "A signing request",
              description: "The private key never leaves the device.",
            },
            {
              value: "register",
              label: "A certificate that exists",
              description: "Issued elsewhere; it is registered as it is.",
            },
          ]}
        />
      </FormField>
      {way !== "keys" && (
        <FormField label={ways[way].text} stretch>
          <Textarea
            value={pem}
            onChange={({ detail }) => setPem(detail.value)}
            rows={8}
            spellcheck={false}
            placeholder="-----BEGIN …"
          />
        </FormField>
      )}
      <Checkbox checked={active} onChange={({ detail }) => setActive(detail.checked)}>
        Active at once
      </Checkbox>
    </ActionModal>
  );
}
