// SPDX-License-Identifier: Apache-2.0
import { ActionModal } from "../../ui/ActionModal";
import { RulePreview } from "./RulePreview";
import type { BatchAnswer, RuleSummary } from "./types";

interface RuleModalProps {
  what: "delete" | "toggle" | "apply";
  rule: RuleSummary;
  onClose: () => void;
}

/** Asks before a rule is deleted, turned on or off, or applied to stored findings. */
export function RuleModal({ what, rule, onClose }: RuleModalProps) {
  const arn = rule.RuleArn;
  const status = rule.RuleStatus === "ENABLED" ? "DISABLED" : "ENABLED";
  const verb = status === "ENABLED" ? "Enable" : "Disable";
  const told = (done: string) => (answer: BatchAnswer) =>
    answer.UnprocessedAutomationRules?.[0]?.ErrorMessage ?? `${done} ${rule.RuleName}.`;
  switch (what) {
    case "delete":
      return (
        <ActionModal<BatchAnswer>
          title={`Delete ${rule.RuleName}`}
          action="Delete"
          service="securityhub"
          operation="BatchDeleteAutomationRules"
          input={{ AutomationRulesArns: [arn] }}
          done={told("Deleted the rule")}
          onClose={onClose}
        >
          What the rule has changed stays changed.
        </ActionModal>
      );
    case "toggle":
      return (
        <ActionModal<BatchAnswer>
          title={`${verb} ${rule.RuleName}`}
          action={verb}
          service="securityhub"
          operation="BatchUpdateAutomationRules"
          input={{ UpdateAutomationRulesRequestItems: [{ RuleArn: arn, RuleStatus: status }] }}
          done={told(`${verb}d the rule`)}
          onClose={onClose}
        >
          {status === "ENABLED"
            ? "It changes findings that come from now on."
            : "It changes no more findings; what it has changed stays changed."}
        </ActionModal>
      );
    case "apply":
      return (
        <ActionModal
          title={`Apply ${rule.RuleName} to stored findings`}
          action="Apply"
          service="fleetward"
          operation="ApplyAutomationRule"
          input={{ ruleArn: arn }}
          done={() => "The rule is being applied; its progress is shown below the rules."}
          onClose={onClose}
        >
          <RulePreview input={{ ruleArn: arn }} />
        </ActionModal>
      );
  }
}
