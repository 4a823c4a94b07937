// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { counted } from "../change/told";
import { type Filters, findingsPath } from "../filter/filters";
import { labelOf } from "../filter/keys";
import { words } from "../labels";

interface Suppression {
  suppressionId: string;
  reason: string;
  criteria?: Filters;
  findingIdentifiers?: { id: string; productArn: string }[];
  expiresAt?: number;
  createdAt: number;
  createdBy: string;
  status: "APPLYING" | "ACTIVE" | "RELEASING";
  suppressedFindings: number;
}

/** The suppressions that have not ended, and their end. */
export function SuppressionsPage() {
  const query = useList<Suppression>(
    "fleetward",
    "ListFindingSuppressions",
    "suppressions",
    {},
    { live: ["finding"] },
  );
  const [ending, setEnding] = useState<Suppression>();
  return (
    <Page
      title="Suppressions"
      above={[{ text: "Findings", path: "/findings" }]}
      headless
      help={
        <p>
          A suppression keeps findings quiet, those that are there and those to come, with a reason and until
          a day. When it ends, its findings have their former workflow status again.
        </p>
      }
    >
      <ResourceTable<Suppression>
        title="Suppressions"
        name="suppressions"
        headingLevel="h1"
        info
        variant="full-page"
        query={query}
        idOf={({ suppressionId }) => suppressionId}
        selection="single"
        actions={([selected]) => (
          <Button disabled={!selected} onClick={() => setEnding(selected)}>
            End suppression
          </Button>
        )}
        empty={
          <Empty title="No suppressions">
            Select findings and choose Actions, Suppress with a reason. It can end by itself on a day.
          </Empty>
        }
        columns={[
          { id: "reason", header: "Reason", cell: one => one.reason, text: one => one.reason, width: 280 },
          { id: "what", header: "What", cell: whatOf, text: whatOf },
          {
            id: "count",
            header: "Findings",
            cell: one => (
              <Link to={findingsPath(one.criteria ?? {})}>{one.suppressedFindings.toLocaleString("en")}</Link>
            ),
            text: one => one.suppressedFindings,
          },
          {
            id: "status",
            header: "Status",
            cell: one => (
              <StatusIndicator type={one.status === "ACTIVE" ? "success" : "in-progress"}>
                {words(one.status)}
              </StatusIndicator>
            ),
            text: one => one.status,
          },
          {
            id: "expires",
            header: "Ends",
            cell: one => (one.expiresAt ? <Time at={one.expiresAt} /> : "Never"),
            text: one => one.expiresAt ?? Number.MAX_SAFE_INTEGER,
          },
          { id: "by", header: "By", cell: one => one.createdBy, text: one => one.createdBy },
          {
            id: "at",
            header: "Created",
            cell: one => <Time at={one.createdAt} />,
            text: one => one.createdAt,
          },
        ]}
      />
      {ending && (
        <ActionModal
          title="End the suppression"
          action="End"
          service="fleetward"
          operation="DeleteFindingSuppression"
          input={{ suppressionId: ending.suppressionId }}
          done={() => "The suppression has ended; its findings get their former status back."}
          onClose={() => setEnding(undefined)}
        >
          {counted(ending.suppressedFindings)} will have their former workflow status again, unless somebody
          changed it or another suppression holds them.
        </ActionModal>
      )}
    </Page>
  );
}

const whatOf = ({ criteria, findingIdentifiers }: Suppression): string =>
  criteria && Object.keys(criteria).length > 0
    ? Object.entries(criteria)
        .map(([key, values]) => `${labelOf(key)} ${values.map(({ Value }) => Value).join(" or ")}`)
        .join(", ")
    : counted(findingIdentifiers?.length ?? 0);
