// SPDX-License-Identifier: Apache-2.0
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { FormPage } from "../../ui/FormPage";
import { FindingFilter } from "../findings/filter/FindingFilter";
import { FieldsEditor, isUsable } from "./FieldsEditor";
import { RulePreview } from "./RulePreview";
import { type BatchAnswer, mustBeProcessed, type Rule } from "./types";

type Draft = Omit<Rule, "RuleArn" | "RuleOrder"> & Partial<Pick<Rule, "RuleArn" | "RuleOrder">>;

interface RuleFormProps {
  start: Draft;
  /** The order unless another is typed. */
  order?: number;
}

/** What a rule is called, which findings it is about and what it changes of them. */
export function RuleForm({ start, order }: RuleFormProps) {
  const [rule, setRule] = useState(start);
  const set = (part: Partial<Draft>) => setRule(now => ({ ...now, ...part }));
  const update = rule.Actions[0]?.FindingFieldsUpdate ?? {};
  const arn = start.RuleArn;
  const { RuleOrder = order } = rule;
  const members = {
    RuleName: rule.RuleName.trim(),
    Description: rule.Description?.trim(),
    RuleOrder,
    RuleStatus: rule.RuleStatus,
    IsTerminal: rule.IsTerminal ?? false,
    Criteria: rule.Criteria,
    Actions: [{ Type: "FINDING_FIELDS_UPDATE", FindingFieldsUpdate: update }],
  };
  const isOrder = RuleOrder !== undefined && RuleOrder >= 1 && RuleOrder <= 1000;
  const ready =
    members.RuleName !== "" &&
    !!members.Description &&
    isOrder &&
    Object.keys(rule.Criteria).length > 0 &&
    isUsable(update);
  return (
    <FormPage<BatchAnswer>
      action={arn ? "Save" : "Create rule"}
      service="securityhub"
      operation={arn ? "BatchUpdateAutomationRules" : "CreateAutomationRule"}
      input={arn ? { UpdateAutomationRulesRequestItems: [{ RuleArn: arn, ...members }] } : members}
      ready={ready}
      done={answer => {
        mustBeProcessed(answer);
        return `${arn ? "Saved" : "Created"} the rule ${members.RuleName}.`;
      }}
      back="/automation"
    >
      <Container header={<Header variant="h2">Rule</Header>}>
        <SpaceBetween size="l">
          <FormField label="Name">
            <Input value={rule.RuleName} onChange={({ detail }) => set({ RuleName: detail.value })} />
          </FormField>
          <FormField label="Description">
            <Input
              value={rule.Description ?? ""}
              onChange={({ detail }) => set({ Description: detail.value })}
              placeholder="Why the rule is there"
            />
          </FormField>
          <FormField
            label="Order"
            description="Rules with smaller numbers come first."
            constraintText="A whole number from 1 to 1000."
            errorText={isOrder || RuleOrder === undefined ? undefined : "No whole number from 1 to 1000."}
          >
            <Input
              type="number"
              value={RuleOrder === undefined || Number.isNaN(RuleOrder) ? "" : `${RuleOrder}`}
              onChange={({ detail }) => set({ RuleOrder: Number.parseInt(detail.value, 10) })}
            />
          </FormField>
          <Checkbox
            checked={rule.RuleStatus === "ENABLED"}
            onChange={({ detail }) => set({ RuleStatus: detail.checked ? "ENABLED" : "DISABLED" })}
          >
            Enabled
          </Checkbox>
          <Checkbox
            checked={rule.IsTerminal ?? false}
            onChange={({ detail }) => set({ IsTerminal: detail.checked })}
            description="No later rule sees a finding that meets this one."
          >
            Terminal
          </Checkbox>
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description="Which findings the rule changes as they come.">
            Criteria
          </Header>
        }
      >
        <SpaceBetween size="m">
          <FindingFilter
            language="criteria"
            filters={rule.Criteria}
            onChange={Criteria => set({ Criteria })}
            label="Criteria"
          />
          <RulePreview input={{ criteria: rule.Criteria }} />
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description="What the rule changes; the rest stays as it comes.">
            Actions
          </Header>
        }
      >
        <FieldsEditor
          update={update}
          onChange={FindingFieldsUpdate =>
            set({ Actions: [{ Type: "FINDING_FIELDS_UPDATE", FindingFieldsUpdate }] })
          }
        />
      </Container>
    </FormPage>
  );
}
