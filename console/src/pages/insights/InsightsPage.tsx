// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useGo } from "../../session/go";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ResourceTable } from "../../ui/ResourceTable";
import { labelOf } from "../findings/filter/keys";
import { FilterWords } from "./FilterWords";
import { type Insight, isManaged, useInsights } from "./insights";

/** Every insight, the account's own and those that come with the hub. */
export function InsightsPage() {
  const query = useInsights();
  const [deleting, setDeleting] = useState<Insight>();
  const go = useGo();
  return (
    <Page
      title="Insights"
      headless
      help={
        <>
          <p>
            An insight counts findings by one of their fields: which resources have the most, which checks
            fail most.
          </p>
          <p>
            Managed insights come with the hub. Make your own from a filter of the findings page, or here.
          </p>
        </>
      }
    >
      <ResourceTable<Insight>
        title="Insights"
        name="insights"
        headingLevel="h1"
        info
        variant="full-page"
        query={query}
        idOf={({ InsightArn }) => InsightArn}
        selection="single"
        actions={([selected]) => {
          const own = selected && !isManaged(selected);
          return (
            <>
              <Button disabled={!own} onClick={() => setDeleting(selected)}>
                Delete
              </Button>
              <Button
                disabled={!own}
                onClick={() =>
                  selected && go(`/insights/edit?arn=${encodeURIComponent(selected.InsightArn)}`)
                }
              >
                Edit
              </Button>
              <Button variant="primary" onClick={() => go("/insights/create")}>
                Create insight
              </Button>
            </>
          );
        }}
        empty={<Empty title="No insights">An insight counts findings by one of their fields.</Empty>}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: one => (
              <Link to={`/insights/view?arn=${encodeURIComponent(one.InsightArn)}`}>{one.Name}</Link>
            ),
            text: one => one.Name,
          },
          {
            id: "kind",
            header: "Kind",
            cell: one => (isManaged(one) ? "Managed" : "Custom"),
            text: one => (isManaged(one) ? "Managed" : "Custom"),
            width: 120,
          },
          {
            id: "group",
            header: "Grouped by",
            cell: one => labelOf(one.GroupByAttribute),
            text: one => labelOf(one.GroupByAttribute),
            width: 220,
          },
          { id: "filters", header: "Findings", cell: one => <FilterWords filters={one.Filters} /> },
        ]}
      />
      {deleting && (
        <ActionModal
          title={`Delete ${deleting.Name}`}
          action="Delete"
          service="securityhub"
          operation="DeleteInsight"
          input={{ InsightArn: deleting.InsightArn }}
          done={() => `Deleted the insight ${deleting.Name}.`}
          onClose={() => setDeleting(undefined)}
        >
          The insight is deleted; the findings stay.
        </ActionModal>
      )}
    </Page>
  );
}
