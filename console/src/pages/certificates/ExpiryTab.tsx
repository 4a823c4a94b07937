// SPDX-License-Identifier: Apache-2.0
import Cards from "@cloudscape-design/components/cards";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceTable } from "../../ui/ResourceTable";
import { useUrlState } from "../../ui/urlState";
import { Expiry, StatusWord } from "./CertificateCells";
import { useCertificates } from "./CertificatesTab";
import { calendar, type Ending, lookedAt, type Span, useEndings } from "./expiry";
import { certificatePath, shortId } from "./words";

/** Which certificates end in which month. */
export function ExpiryTab() {
  const certificates = useCertificates();
  const endings = useEndings(certificates.data?.items);
  const [chosen, setChosen] = useUrlState("month");
  const problem = certificates.error ?? endings.error;
  if (problem && !endings.data) return <ProblemAlert problem={problem} retry={() => endings.refetch()} />;
  if (!endings.data) return <StatusIndicator type="loading">Reading certificates</StatusIndicator>;
  const spans = calendar(endings.data, new Date());
  const span = spans.find(({ id }) => id === chosen);
  const shown = span?.endings ?? endings.data;
  return (
    <SpaceBetween size="l">
      {(certificates.data?.items.length ?? 0) > lookedAt && (
        <StatusIndicator type="warning">
          Only the first {lookedAt} certificates are looked at.
        </StatusIndicator>
      )}
      <Cards<Span>
        header={
          <Header variant="h2" description="Months of UTC. Choose one to list its certificates below.">
            Expiry calendar
          </Header>
        }
        items={spans}
        trackBy="id"
        selectionType="single"
        selectedItems={span ? [span] : []}
        onSelectionChange={({ detail }) => setChosen(detail.selectedItems[0]?.id)}
        cardsPerRow={[{ cards: 3 }, { minWidth: 700, cards: 7 }]}
        ariaLabels={{
          itemSelectionLabel: (_, { label, endings: ending }) => `${label}: ${ending.length} certificates`,
          selectionGroupLabel: "Month",
        }}
        cardDefinition={{
          header: ({ label }) => label,
          sections: [{ id: "count", content: one => <Count span={one} /> }],
        }}
      />
      <ResourceTable<Ending>
        title={span ? `Ending: ${span.label}` : "All certificates by end"}
        name="endings"
        query={{
          data: { items: shown, complete: true },
          error: null,
          isPending: false,
          refetch: endings.refetch,
        }}
        idOf={({ certificate }) => certificate.certificateId}
        columns={[
          {
            id: "id",
            header: "Certificate id",
            cell: ({ certificate: { certificateId } }) => (
              <Link to={certificatePath(certificateId)}>{shortId(certificateId)}</Link>
            ),
            text: ({ certificate }) => certificate.certificateId,
          },
          { id: "expires", header: "Expires", cell: ({ at }) => <Expiry at={at} />, text: ({ at }) => at },
          {
            id: "status",
            header: "Status",
            cell: ({ certificate }) => <StatusWord status={certificate.status} />,
            text: ({ certificate }) => certificate.status,
          },
        ]}
        empty={<Empty title="No certificate ends then" />}
      />
    </SpaceBetween>
  );
}

function Count({ span }: { span: Span }) {
  const count = span.endings.length;
  if (count === 0) return "none";
  if (span.id === "expired") return <StatusIndicator type="error">{count}</StatusIndicator>;
  if (span.id === "later") return `${count}`;
  return <StatusIndicator type="warning">{count}</StatusIndicator>;
}
