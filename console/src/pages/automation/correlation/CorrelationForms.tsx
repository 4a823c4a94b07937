// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useParams } from "react-router";
import { useOperation } from "../../../api/operation";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { CorrelationForm } from "./CorrelationForm";
import type { CorrelationDraft, CorrelationRule } from "./types";

const above = [{ text: "Correlation rules", path: "/correlation" }];
const help = (
  <p>
    Each part needs a finding of its own, all on one resource or device within the span. The rule's finding
    names them as related findings. In its title, {"{resource}"} and {"{rule}"} stand for the names.
  </p>
);

/** A fault that the audit found on a device that misbehaves: what most fleets want first. */
const example: CorrelationDraft = {
  name: "",
  status: "ENABLED",
  parts: [
    {
      name: "fault",
      filters: {
        ProductName: [{ Value: "IoT Device Defender - Audit", Comparison: "EQUALS" }],
        SeverityLabel: [{ Value: "CRITICAL", Comparison: "EQUALS" }],
      },
    },
    {
      name: "violation",
      filters: { ProductName: [{ Value: "IoT Device Defender - Detect", Comparison: "EQUALS" }] },
    },
  ],
  joinedBy: "THING",
  withinSeconds: 86_400,
  ordered: false,
  endsWhen: "ANY_CAUSE_ENDS",
  title: "{resource} has a critical fault and misbehaves",
  severity: "CRITICAL",
};

export function CreateCorrelationPage() {
  return (
    <Page title="Create correlation rule" above={above} help={help}>
      <CorrelationForm start={example} />
    </Page>
  );
}

export function EditCorrelationPage() {
  const { ruleId = "" } = useParams();
  const found = useOperation<{ rule: CorrelationRule }>("fleetward", "DescribeCorrelationRule", { ruleId });
  return (
    <Page title={found.data?.rule.name ?? "Correlation rule"} above={above} help={help}>
      {found.data ? (
        <CorrelationForm start={found.data.rule} ruleId={ruleId} />
      ) : found.error ? (
        <ProblemAlert problem={found.error} retry={() => void found.refetch()} />
      ) : (
        <StatusIndicator type="loading">Loading the rule</StatusIndicator>
      )}
    </Page>
  );
}
