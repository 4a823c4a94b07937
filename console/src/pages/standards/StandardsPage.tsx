// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Cards from "@cloudscape-design/components/cards";
import Header from "@cloudscape-design/components/header";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { Empty } from "../../ui/Empty";
import { InfoLink } from "../../ui/help";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { words } from "../findings/labels";
import { StandardModal } from "./StandardModal";
import { SecurityScore } from "./status";
import type { Standard } from "./types";
import { useStandards } from "./useStandards";

/** The security standards with their scores. */
export function StandardsPage() {
  const { standards, subscriptionOf, scores, problem, isPending, refetch } = useStandards();
  const [changing, setChanging] = useState<Standard>();
  const scoreOf = (arn: string) => scores.data?.standards.find(({ standardsArn }) => standardsArn === arn);
  const overall = scores.data?.overallScore;
  const rank = ({ StandardsArn }: Standard) =>
    (subscriptionOf(StandardsArn) ? 0 : 2) + (StandardsArn.includes("/iot-") ? 0 : 1);
  const items = (standards.data?.items ?? []).toSorted((a, b) => rank(a) - rank(b));
  return (
    <Page
      title="Standards"
      headless
      help={
        <>
          <p>
            A standard is a set of controls. A control passes when all checks of its resources pass; the score
            is the part of the controls with data that pass.
          </p>
          <p>
            The standard for IoT devices is judged by the audit. Controls of clouds get data when other
            products send their findings.
          </p>
        </>
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} retry={refetch} />
      ) : (
        <Cards<Standard>
          variant="full-page"
          items={items}
          loading={isPending}
          loadingText="Loading standards"
          trackBy="StandardsArn"
          cardsPerRow={[{ cards: 1 }, { minWidth: 800, cards: 2 }]}
          empty={<Empty title="No standards">A standard is a set of controls with a score.</Empty>}
          header={
            <Header
              variant="h1"
              counter={standards.data && `(${items.length})`}
              info={<InfoLink />}
              description={
                overall === undefined ? "No overall score yet." : `Overall security score: ${overall} %`
              }
            >
              Standards
            </Header>
          }
          cardDefinition={{
            header: ({ StandardsArn, Name }) => (
              <Link to={`/standards/view?arn=${encodeURIComponent(StandardsArn)}`} fontSize="heading-m">
                {Name}
              </Link>
            ),
            sections: [
              { id: "description", content: ({ Description }) => Description },
              {
                id: "status",
                header: "Status",
                content: ({ StandardsArn }) => {
                  const subscription = subscriptionOf(StandardsArn);
                  if (!subscription) return <StatusIndicator type="stopped">Not enabled</StatusIndicator>;
                  return subscription.StandardsStatus === "READY" ? (
                    <StatusIndicator type="success">Enabled</StatusIndicator>
                  ) : (
                    <StatusIndicator type="in-progress">
                      {words(subscription.StandardsStatus)}
                    </StatusIndicator>
                  );
                },
              },
              {
                id: "score",
                header: "Security score",
                content: ({ StandardsArn, Name }) => (
                  <SecurityScore score={scoreOf(StandardsArn)} name={Name} />
                ),
              },
              {
                id: "actions",
                content: standard => {
                  const isEnabled = !!subscriptionOf(standard.StandardsArn);
                  return (
                    <Button
                      onClick={() => setChanging(standard)}
                      ariaLabel={`${isEnabled ? "Disable" : "Enable"} ${standard.Name}`}
                    >
                      {isEnabled ? "Disable" : "Enable"}
                    </Button>
                  );
                },
              },
            ],
          }}
        />
      )}
      {changing && (
        <StandardModal
          standard={changing}
          subscription={subscriptionOf(changing.StandardsArn)}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Page>
  );
}
