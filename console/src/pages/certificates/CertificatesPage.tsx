// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { Page } from "../../ui/Page";
import { UrlTabs } from "../../ui/UrlTabs";
import { CaCertificatesTab } from "./CaCertificatesTab";
import { CertificatesTab } from "./CertificatesTab";
import { CreateCertificateModal } from "./CreateCertificateModal";
import { ExpiryTab } from "./ExpiryTab";
import { certificateHelp } from "./help";
import { KeysModal } from "./KeysModal";
import type { NewCertificate } from "./types";

/** Certificates of devices, when they end, and the authorities behind them. */
export function CertificatesPage() {
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<NewCertificate>();
  return (
    <Page
      title="Certificates"
      description="By which devices prove who they are."
      help={certificateHelp}
      actions={
        <Button variant="primary" onClick={() => setCreating(true)}>
          Create certificate
        </Button>
      }
    >
      <UrlTabs
        label="Parts of certificates"
        tabs={[
          { id: "certificates", label: "Device certificates", content: <CertificatesTab /> },
          { id: "expiry", label: "Expiry calendar", content: <ExpiryTab /> },
          { id: "authorities", label: "CA certificates", content: <CaCertificatesTab /> },
        ]}
      />
      {creating && <CreateCertificateModal onClose={() => setCreating(false)} onMade={setMade} />}
      {made && <KeysModal made={made} onClose={() => setMade(undefined)} />}
    </Page>
  );
}
