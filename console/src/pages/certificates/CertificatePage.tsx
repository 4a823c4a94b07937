// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useParams } from "react-router";
import { useGo } from "../../session/go";
import { CopyText } from "../../ui/CopyText";
import { download } from "../../ui/download";
import { Facts } from "../../ui/Facts";
import { Json } from "../../ui/Json";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceFindings } from "../../ui/ResourceFindings";
import { Time } from "../../ui/Time";
import { UrlTabs } from "../../ui/UrlTabs";
import { AttachedPolicies } from "../policies/AttachedPolicies";
import { DeleteCertificateModal, StatusModal, statusActions } from "./CertificateActions";
import { Expiry, StatusWord, useCertificate } from "./CertificateCells";
import { CertificateThings } from "./CertificateThings";
import { certificateHelp } from "./help";
import type { CertificateDetails } from "./types";
import { shortId } from "./words";

/** One certificate: its state, what it is attached to, its text, what is found wrong with it. */
export function CertificatePage() {
  const { id = "" } = useParams();
  const certificate = useCertificate(id);
  const description = certificate.data?.certificateDescription;
  const [to, setTo] = useState<string>();
  const [deleting, setDeleting] = useState(false);
  const go = useGo();
  return (
    <Page
      title={shortId(id)}
      above={[{ text: "Certificates", path: "/certificates" }]}
      help={certificateHelp}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={!description} onClick={() => setDeleting(true)}>
            Delete
          </Button>
          <ButtonDropdown
            disabled={!description}
            items={statusActions(description?.status)}
            onItemClick={({ detail }) => setTo(detail.id)}
          >
            Change status
          </ButtonDropdown>
        </SpaceBetween>
      }
    >
      {certificate.error && !description ? (
        <ProblemAlert problem={certificate.error} retry={() => certificate.refetch()} />
      ) : description ? (
        <SpaceBetween size="l">
          <Facts facts={factsOf(description)} />
          <Parts certificate={description} />
        </SpaceBetween>
      ) : (
        <Spinner />
      )}
      {to && description && (
        <StatusModal certificate={description} to={to} onClose={() => setTo(undefined)} />
      )}
      {deleting && description && (
        <DeleteCertificateModal
          certificate={description}
          onClose={() => setDeleting(false)}
          onDone={() => go("/certificates")}
        />
      )}
    </Page>
  );
}

const factsOf = (certificate: CertificateDetails) => [
  { label: "ARN", value: <CopyText text={certificate.certificateArn} /> },
  { label: "Status", value: <StatusWord status={certificate.status} /> },
  { label: "Expires", value: <Expiry at={certificate.validity?.notAfter} /> },
  { label: "Created", value: <Time at={certificate.creationDate} /> },
  { label: "Mode", value: certificate.certificateMode ?? "–" },
  { label: "Issued by", value: certificate.caCertificateId ?? "–" },
];

function Parts({ certificate }: { certificate: CertificateDetails }) {
  const { certificateId, certificateArn, certificatePem = "" } = certificate;
  return (
    <UrlTabs
      label="Parts of the certificate"
      tabs={[
        { id: "policies", label: "Policies", content: <AttachedPolicies target={certificateArn} /> },
        { id: "things", label: "Things", content: <CertificateThings principal={certificateArn} /> },
        {
          id: "findings",
          label: "Findings",
          content: (
            <ResourceFindings ids={[certificateId, certificateArn]} types={["AwsIotDeviceCertificate"]} />
          ),
        },
        {
          id: "pem",
          label: "PEM",
          content: (
            <Container
              header={
                <Header
                  variant="h2"
                  actions={
                    <Button
                      iconName="download"
                      onClick={() => download(`${certificateId}-certificate.pem`, certificatePem)}
                    >
                      Download
                    </Button>
                  }
                >
                  Certificate
                </Header>
              }
            >
              <Json of={certificatePem} name="Certificate" />
            </Container>
          ),
        },
      ]}
    />
  );
}
