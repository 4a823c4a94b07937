// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useUrlState } from "../../../ui/urlState";
import { useRecent } from "../../../ui/useRecent";
import { MetricChart } from "../../detect/MetricChart";
import { useJudgedMetrics } from "../../detect/profiles/useJudgedMetrics";

const spans = [
  { value: "0.125", label: "Last 3 hours" },
  { value: "1", label: "Last day" },
  { value: "7", label: "Last week" },
  { value: "14", label: "Last two weeks" },
];

/** One metric of a device over time. */
export function MetricsTab({ thingName }: { thingName: string }) {
  const [metric = "aws:num-messages-sent", setMetric] = useUrlState("metric");
  const [days = "0.125", setDays] = useUrlState("days");
  const span = useRecent(Number(days));
  const { options } = useJudgedMetrics();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Values are kept while a security profile that applies watches the metric."
        >
          Metrics
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <FormField label="Metric">
            <Select
              options={options}
              filteringType="auto"
              selectedOption={
                options.flatMap(group => group.options).find(({ value }) => value === metric) ?? null
              }
              onChange={({ detail }) => setMetric(detail.selectedOption.value)}
            />
          </FormField>
          <FormField label="Time">
            <Select
              options={spans}
              selectedOption={spans.find(({ value }) => value === days) ?? null}
              onChange={({ detail }) => setDays(detail.selectedOption.value)}
            />
          </FormField>
        </ColumnLayout>
        <MetricChart thingName={thingName} metric={metric} {...span} height={300} />
      </SpaceBetween>
    </Container>
  );
}
