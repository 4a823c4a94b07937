// SPDX-License-Identifier: Apache-2.0
import { tokens, useList, useOperation } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { Expiry, StatusWord } from "./CertificateCells";
import type { Certificate, CertificateDetails } from "./types";
import { shortId } from "./words";

/** The registered authorities that issue certificates of devices. */
export function CaCertificatesTab() {
  const authorities = useList<Certificate>(
    "iot",
    "ListCACertificates",
    "certificates",
    { pageSize: 250 },
    { live: ["registry"], token: tokens.marker },
  );
  return (
    <ResourceTable<Certificate>
      title="CA certificates"
      name="authorities"
      query={authorities}
      idOf={authority => authority.certificateId}
      columns={[
        {
          id: "id",
          header: "Certificate id",
          cell: authority => shortId(authority.certificateId),
          text: authority => authority.certificateId,
        },
        {
          id: "status",
          header: "Status",
          cell: authority => <StatusWord status={authority.status} />,
          text: authority => authority.status,
        },
        {
          id: "expires",
          header: "Expires",
          cell: authority => <AuthorityExpiry certificateId={authority.certificateId} />,
        },
        {
          id: "created",
          header: "Registered",
          cell: authority => <Time at={authority.creationDate} />,
          text: authority => authority.creationDate,
        },
      ]}
      empty={
        <Empty title="No CA certificates">
          Register the authority that issues your devices' certificates with aws iot register-ca-certificate.
        </Empty>
      }
    />
  );
}

function AuthorityExpiry({ certificateId }: { certificateId: string }) {
  const { data, error } = useOperation<{ certificateDescription: CertificateDetails }>(
    "iot",
    "DescribeCACertificate",
    { certificateId },
    { live: ["registry"] },
  );
  if (error) return error.detail;
  return data ? <Expiry at={data.certificateDescription.validity?.notAfter} /> : "…";
}
