// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useParams, useSearchParams } from "react-router";
import { useOperation } from "../../../api/operation";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import type { BusRule } from "../types";
import { RuleForm } from "./RuleForm";

const above = [{ text: "Rules and targets", path: "/events/rules" }];
const help = (
  <>
    <p>
      A pattern is a document that looks like the events it picks: a list holds the values that a field may
      have. Try it on a sample before you create the rule.
    </p>
    <p>A schedule makes an event by itself: rate(5 minutes), cron(0 8 * * ? *).</p>
  </>
);

export function CreateRulePage() {
  const [params] = useSearchParams();
  return (
    <Page title="Create rule" above={above} help={help}>
      <RuleForm bus={params.get("bus") ?? "default"} />
    </Page>
  );
}

export function EditRulePage() {
  const { bus = "default", name = "" } = useParams();
  const rule = useOperation<BusRule>("events", "DescribeRule", { Name: name, EventBusName: bus });
  return (
    <Page title={`Edit ${name}`} above={above} help={help}>
      {rule.data ? (
        <RuleForm bus={bus} start={rule.data} />
      ) : rule.error ? (
        <ProblemAlert problem={rule.error} retry={() => void rule.refetch()} />
      ) : (
        <StatusIndicator type="loading">Loading the rule</StatusIndicator>
      )}
    </Page>
  );
}
