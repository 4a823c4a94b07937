// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useSearchParams } from "react-router";
import { useList, useOperation } from "../../api/operation";
import { Page } from "../../ui/Page";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { type Filters, parseFilters } from "../findings/filter/filters";
import { criteriaKeys } from "../findings/filter/keys";
import { RuleForm } from "./RuleForm";
import type { Rule, RuleSummary } from "./types";

const above = [{ text: "Automation rules", path: "/automation" }];
const help = (
  <p>
    The criteria say which findings the rule changes, the actions what it changes of them. The preview shows
    which of the findings that are there meet the criteria; the rule itself changes those that come.
  </p>
);

/** A new rule; it comes before all others unless told otherwise, as at AWS. */
export function CreateRulePage() {
  const [params] = useSearchParams();
  const rules = useList<RuleSummary>("securityhub", "ListAutomationRules", "AutomationRulesMetadata");
  const orders = rules.data?.items.map(({ RuleOrder }) => RuleOrder);
  return (
    <Page title="Create automation rule" above={above} help={help}>
      <SpaceBetween size="l">
        {rules.error && !orders && (
          <ProblemAlert problem={rules.error} retry={() => void rules.refetch()}>
            The rules cannot be read: say yourself which order the new one has.
          </ProblemAlert>
        )}
        <RuleForm
          start={{
            RuleName: "",
            Description: "",
            RuleStatus: "ENABLED",
            IsTerminal: false,
            Criteria: criteriaOf(parseFilters(params.get("criteria") ?? undefined) ?? {}),
            Actions: [{ Type: "FINDING_FIELDS_UPDATE", FindingFieldsUpdate: {} }],
          }}
          order={orders && Math.max(1, Math.min(100, ...orders) - 1)}
        />
      </SpaceBetween>
    </Page>
  );
}

export function EditRulePage() {
  const [params] = useSearchParams();
  const arn = params.get("arn") ?? "";
  const found = useOperation<{ Rules?: Rule[]; UnprocessedAutomationRules?: { ErrorMessage: string }[] }>(
    "securityhub",
    "BatchGetAutomationRules",
    { AutomationRulesArns: [arn] },
  );
  const rule = found.data?.Rules?.[0];
  return (
    <Page title={rule?.RuleName ?? "Automation rule"} above={above} help={help}>
      {rule ? (
        <RuleForm start={rule} />
      ) : found.error ? (
        <ProblemAlert problem={found.error} retry={() => void found.refetch()} />
      ) : (
        <StatusIndicator type={found.isPending ? "loading" : "error"}>
          {found.isPending ? "Loading the rule" : "The rule does not exist, or no longer."}
        </StatusIndicator>
      )}
    </Page>
  );
}

/** What a filter of findings has that criteria may have. */
const criteriaOf = (filters: Filters): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => criteriaKeys.includes(key)));
