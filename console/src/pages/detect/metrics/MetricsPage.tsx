// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { useUrlState } from "../../../ui/urlState";
import { useRecent } from "../../../ui/useRecent";
import { MetricChart } from "../MetricChart";
import { useJudgedMetrics } from "../profiles/useJudgedMetrics";

const spans = [
  { value: "0.125", label: "Last 3 hours" },
  { value: "1", label: "Last day" },
  { value: "7", label: "Last week" },
  { value: "14", label: "Last two weeks" },
];

/** Any metric of any device, over time. */
export function MetricsPage() {
  const [thing, setThing] = useUrlState("thing");
  const [metric, setMetric] = useUrlState("metric");
  const [days, setDays] = useUrlState("days");
  const [typed, setTyped] = useState(thing ?? "");
  const span = useRecent(Number(days ?? "0.125"));
  const { options } = useJudgedMetrics();
  const chosen = metric ?? "aws:num-messages-sent";
  return (
    <Page title="Metrics" above={[{ text: "Detect", path: "/detect/alarms" }]} help={help}>
      <SpaceBetween size="l">
        <Container>
          <ColumnLayout columns={3}>
            <FormField label="Device" description="Thing name or client ID. Enter shows it.">
              <Input
                value={typed}
                type="search"
                onChange={({ detail }) => setTyped(detail.value)}
                onBlur={() => setThing(typed)}
                onKeyDown={({ detail }) => {
                  if (detail.key === "Enter") setThing(typed);
                }}
              />
            </FormField>
            <FormField label="Metric">
              <Select
                options={options}
                filteringType="auto"
                selectedOption={
                  options.flatMap(group => group.options).find(({ value }) => value === chosen) ?? null
                }
                onChange={({ detail }) => setMetric(detail.selectedOption.value)}
              />
            </FormField>
            <FormField label="Time">
              <Select
                options={spans}
                selectedOption={spans.find(({ value }) => value === (days ?? "0.125")) ?? null}
                onChange={({ detail }) => setDays(detail.selectedOption.value)}
              />
            </FormField>
          </ColumnLayout>
        </Container>
        <Container>
          {thing ? (
            <MetricChart thingName={thing} metric={chosen} {...span} height={360} />
          ) : (
            <Empty title="Which device?">Type the name of a device to see its values.</Empty>
          )}
        </Container>
      </SpaceBetween>
    </Page>
  );
}

const help = (
  <p>
    Values are kept for 14 days, for each metric that a security profile watches or retains. Metrics of the
    broker need nothing on the device; the others come from reports of an agent.
  </p>
);
