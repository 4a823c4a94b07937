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
import { calendar, type Ending, type Span, useEndings } from "./expiry";
import { certificatePath, shortId } from "./words";

/** Which certificates end in which month. */
export function ExpiryTab() {
  const endings = useEndings();
  const [chosen, setChosen] = useUrlState("month");
  if (endings.error && !endings.data) {
    return <ProblemAlert problem={endings.error} retry={() => endings.refetch()} />;
  }
  if (!endings.data) return <StatusIndicator type="loading">Reading certificates</StatusIndicator>;
  const { items, complete } = endings.data;
  const spans = calendar(items, new Date());
  const span = spans.find(({ id }) => id === chosen);
  const shown = span?.endings ?? [...items].sort((a, b) => a.notAfter - b.notAfter);
  return (
    <SpaceBetween size="l">
      {!complete && (
        <StatusIndicator type="warning">
          Only the {items.length.toLocaleString("en")} newest certificates are looked at.
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
        cardsPerRow={[{ cards: 3 }, { minWidth: 700, cards: 5 }, { minWidth: 1150, cards: 7 }]}
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
          data: { items: shown, complete },
          error: null,
          isPending: false,
          refetch: endings.refetch,
        }}
        idOf={({ certificateId }) => certificateId}
        columns={[
          {
            id: "id",
            header: "Certificate id",
            cell: ({ certificateId }) => (
              <Link to={certificatePath(certificateId)}>{shortId(certificateId)}</Link>
            ),
            text: ({ certificateId }) => certificateId,
          },
          {
            id: "expires",
            header: "Expires",
            cell: ({ notAfter }) => <Expiry at={notAfter} />,
            text: ({ notAfter }) => notAfter,
          },
          {
            id: "status",
            header: "Status",
            cell: ({ status }) => <StatusWord status={status} />,
            text: ({ status }) => status,
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
