// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import type { AuditSuppression } from "../types";
import { checkTitle, resourceName } from "../words";

interface Review {
  checkName: string;
  resourceIdentifier: Record<string, unknown>;
  reason: "EXPIRES_SOON" | "MATCHES_NOTHING";
}

const reviews: Record<Review["reason"], string> = {
  EXPIRES_SOON: "Expires soon",
  MATCHES_NOTHING: "Matches nothing: remove it",
};

const keyOf = (one: { checkName: string; resourceIdentifier: Record<string, unknown> }) =>
  `${one.checkName} ${resourceName(one.resourceIdentifier)}`;

/** Faults that people accepted, and which of these decisions want a second look. */
export function SuppressionsPage() {
  const suppressions = useList<AuditSuppression>(
    "iot",
    "ListAuditSuppressions",
    "suppressions",
    {},
    { live: ["audit"] },
  );
  const review = useList<Review>("fleetward", "ListAuditSuppressionReviews", "reviews");
  const [deleting, setDeleting] = useState<AuditSuppression>();
  const advice = new Map(review.data?.items.map(one => [keyOf(one), reviews[one.reason]]));
  return (
    <Page title="Audit suppressions" above={[{ text: "Audit", path: "/audit/results" }]} headless help={help}>
      <ResourceTable<AuditSuppression>
        title="Audit suppressions"
        name="suppressions"
        headingLevel="h1"
        info
        query={suppressions}
        selection="single"
        idOf={keyOf}
        columns={[
          {
            id: "check",
            header: "Check",
            cell: one => checkTitle(one.checkName),
            text: one => checkTitle(one.checkName),
          },
          {
            id: "resource",
            header: "Resource",
            cell: one => resourceName(one.resourceIdentifier),
            text: one => resourceName(one.resourceIdentifier),
          },
          {
            id: "until",
            header: "Until",
            cell: one => (one.suppressIndefinitely ? "For good" : <Time at={one.expirationDate} />),
            text: one => one.expirationDate,
          },
          {
            id: "reason",
            header: "Reason",
            cell: one => one.description ?? "–",
            text: one => one.description,
          },
          {
            id: "review",
            header: "Review",
            cell: one => advice.get(keyOf(one)) ?? "–",
            text: one => advice.get(keyOf(one)),
          },
        ]}
        empty={
          <Empty title="No suppressions">
            Suppress an audit finding from its page when its fault is accepted; state why and until when.
          </Empty>
        }
        actions={selected => (
          <Button disabled={selected.length === 0} onClick={() => setDeleting(selected[0])}>
            Remove
          </Button>
        )}
      />
      {deleting && (
        <ActionModal
          title="Remove suppression"
          action="Remove"
          service="iot"
          operation="DeleteAuditSuppression"
          input={{ checkName: deleting.checkName, resourceIdentifier: deleting.resourceIdentifier }}
          done={() => "The suppression is removed."}
          onClose={() => setDeleting(undefined)}
        >
          The fault counts again from the next audit on.
        </ActionModal>
      )}
    </Page>
  );
}

const help = (
  <p>
    A suppressed finding is kept and counted apart; it raises no finding in the hub while the suppression
    lasts.
  </p>
);
