// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { DeleteCertificateModal, StatusModal, statusActions } from "./CertificateActions";
import { Expiry, StatusWord } from "./CertificateCells";
import { useEndings } from "./expiry";
import type { Certificate } from "./types";
import { certificatePath, shortId } from "./words";

/** All certificates of devices. */
export function CertificatesTab() {
  const certificates = useList<Certificate>(
    "iot",
    "ListCertificates",
    "certificates",
    { pageSize: 250 },
    { live: ["registry"], token: tokens.marker },
  );
  const endings = useEndings();
  const ends = new Map(endings.data?.items.map(({ certificateId, notAfter }) => [certificateId, notAfter]));
  const [status, setStatus] = useState<{ certificate: Certificate; to: string }>();
  const [deleting, setDeleting] = useState<Certificate>();
  return (
    <>
      <ResourceTable<Certificate>
        title="Device certificates"
        name="certificates"
        query={certificates}
        idOf={certificate => certificate.certificateId}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDeleting(chosen)}>
              Delete
            </Button>
            <ButtonDropdown
              disabled={!chosen}
              items={statusActions(chosen?.status)}
              onItemClick={({ detail }) => chosen && setStatus({ certificate: chosen, to: detail.id })}
            >
              Change status
            </ButtonDropdown>
          </>
        )}
        columns={[
          {
            id: "id",
            header: "Certificate id",
            cell: ({ certificateId }) => (
              <Link to={certificatePath(certificateId)}>{shortId(certificateId)}</Link>
            ),
            text: certificate => certificate.certificateId,
          },
          {
            id: "status",
            header: "Status",
            cell: certificate => <StatusWord status={certificate.status} />,
            text: certificate => certificate.status,
          },
          {
            id: "expires",
            header: "Expires",
            cell: ({ certificateId }) => <Expiry at={ends.get(certificateId)} />,
            text: ({ certificateId }) => ends.get(certificateId),
          },
          {
            id: "created",
            header: "Created",
            cell: certificate => <Time at={certificate.creationDate} />,
            text: certificate => certificate.creationDate,
          },
          {
            id: "arn",
            header: "ARN",
            cell: certificate => certificate.certificateArn,
            text: certificate => certificate.certificateArn,
            hidden: true,
          },
        ]}
        empty={
          <Empty title="No certificates">
            A device connects by a certificate. Create one here, or register those that your own authority
            issues.
          </Empty>
        }
      />
      {status && (
        <StatusModal certificate={status.certificate} to={status.to} onClose={() => setStatus(undefined)} />
      )}
      {deleting && <DeleteCertificateModal certificate={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  );
}
