// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useOperation } from "../../api/operation";
import { FormPage } from "../../ui/FormPage";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { FindingFilter } from "../findings/filter/FindingFilter";
import { type Filters, openFindings, parseFilters } from "../findings/filter/filters";
import { filterKeys, labelOf } from "../findings/filter/keys";
import type { Insight } from "./insights";

const above = [{ text: "Insights", path: "/insights" }];
const help = (
  <p>Choose which findings are counted and by which of their fields. An account can have 100 insights.</p>
);

/** A new insight, from the filter of the findings page if one is given. */
export function CreateInsightPage() {
  const [params] = useSearchParams();
  const filters = parseFilters(params.get("filters") ?? undefined) ?? openFindings;
  return (
    <Page title="Create insight" above={above} help={help}>
      <InsightForm start={{ Name: "", Filters: filters, GroupByAttribute: "ResourceId" }} />
    </Page>
  );
}

export function EditInsightPage() {
  const [params] = useSearchParams();
  const arn = params.get("arn") ?? "";
  const found = useOperation<{ Insights: Insight[] }>("securityhub", "GetInsights", { InsightArns: [arn] });
  const insight = found.data?.Insights[0];
  return (
    <Page title="Edit insight" above={above} help={help}>
      {insight ? (
        <InsightForm start={insight} />
      ) : found.error ? (
        <ProblemAlert problem={found.error} retry={() => void found.refetch()} />
      ) : (
        <StatusIndicator type="loading">Loading the insight</StatusIndicator>
      )}
    </Page>
  );
}

const groupings = Object.entries(filterKeys)
  .filter(([, kind]) => kind === "text" || kind === "number" || kind === "address")
  .map(([value]) => ({ value, label: labelOf(value) }))
  .sort((a, b) => a.label.localeCompare(b.label, "en"));

function InsightForm({ start }: { start: Omit<Insight, "InsightArn"> & { InsightArn?: string } }) {
  const [name, setName] = useState(start.Name);
  const [filters, setFilters] = useState<Filters>(start.Filters);
  const [group, setGroup] = useState(start.GroupByAttribute);
  const arn = start.InsightArn;
  return (
    <FormPage<{ InsightArn?: string }>
      action={arn ? "Save" : "Create insight"}
      service="securityhub"
      operation={arn ? "UpdateInsight" : "CreateInsight"}
      input={{ InsightArn: arn, Name: name.trim(), Filters: filters, GroupByAttribute: group }}
      ready={name.trim() !== ""}
      done={() => `${arn ? "Saved" : "Created"} the insight ${name.trim()}.`}
      back="/insights"
      after={answer => `/insights/view?arn=${encodeURIComponent(arn ?? answer.InsightArn ?? "")}`}
    >
      <Container>
        <SpaceBetween size="l">
          <FormField label="Name" constraintText="Up to 128 characters.">
            <Input
              value={name}
              onChange={({ detail }) => setName(detail.value.slice(0, 128))}
              placeholder="Policies with the most open findings"
            />
          </FormField>
          <FormField label="Findings" stretch>
            <FindingFilter filters={filters} onChange={setFilters} label="Findings of the insight" />
          </FormField>
          <FormField
            label="Grouped by"
            description="What is counted: a finding counts once for each value it has."
          >
            <Select
              filteringType="auto"
              selectedOption={groupings.find(({ value }) => value === group) ?? null}
              options={groupings}
              onChange={({ detail }) => setGroup(detail.selectedOption.value ?? group)}
            />
          </FormField>
        </SpaceBetween>
      </Container>
    </FormPage>
  );
}
