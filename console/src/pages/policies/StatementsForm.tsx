// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Multiselect from "@cloudscape-design/components/multiselect";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useScope } from "../../session/scope";
import { deviceActions, exampleResource, firstStatement, type StatementForm } from "./document";

interface StatementsFormProps {
  statements: readonly StatementForm[];
  onChange: (statements: StatementForm[]) => void;
}

const options = deviceActions.map(value => ({
  value,
  label: value === "*" ? "* (every action)" : value,
}));

/** The statements of a policy without conditions, as a form. */
export function StatementsForm({ statements, onChange }: StatementsFormProps) {
  const set = (index: number, change: Partial<StatementForm>) =>
    onChange(statements.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <SpaceBetween size="m">
      {statements.map((statement, index) => (
        <Statement
          // biome-ignore lint/suspicious/noArrayIndexKey: statements have no identity but their place
          key={index}
          number={index + 1}
          statement={statement}
          onChange={change => set(index, change)}
          onRemove={
            statements.length > 1 ? () => onChange(statements.filter((_, at) => at !== index)) : undefined
          }
        />
      ))}
      <Button iconName="add-plus" onClick={() => onChange([...statements, firstStatement])}>
        Add statement
      </Button>
    </SpaceBetween>
  );
}

interface StatementProps {
  number: number;
  statement: StatementForm;
  onChange: (change: Partial<StatementForm>) => void;
  onRemove?: () => void;
}

function Statement({ number, statement, onChange, onRemove }: StatementProps) {
  const { account, region } = useScope();
  const chosen = statement.actions.map(
    value => options.find(option => option.value === value) ?? { value, label: value },
  );
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={onRemove && <Button onClick={onRemove}>Remove statement {number}</Button>}
        >
          Statement {number}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <FormField label="Effect">
            <SegmentedControl
              label={`Effect of statement ${number}`}
              selectedId={statement.effect}
              onChange={({ detail }) => onChange({ effect: detail.selectedId as StatementForm["effect"] })}
              options={[
                { id: "Allow", text: "Allow" },
                { id: "Deny", text: "Deny" },
              ]}
            />
          </FormField>
          <FormField label="Actions">
            <Multiselect
              selectedOptions={chosen}
              onChange={({ detail }) =>
                onChange({ actions: detail.selectedOptions.map(option => option.value ?? "") })
              }
              options={options}
              placeholder="Choose actions"
              ariaLabel={`Actions of statement ${number}`}
            />
          </FormField>
        </ColumnLayout>
        <FormField
          stretch
          label="Resources"
          description="One ARN per line, with * and ? as wildcards; * alone is every resource."
          secondaryControl={
            <Button
              onClick={() => onChange({ resources: exampleResource(statement.actions, account, region) })}
            >
              Insert example
            </Button>
          }
        >
          <Textarea
            value={statement.resources}
            onChange={({ detail }) => onChange({ resources: detail.value })}
            placeholder={exampleResource(statement.actions, account, region)}
            rows={3}
            spellcheck={false}
            ariaLabel={`Resources of statement ${number}`}
          />
        </FormField>
      </SpaceBetween>
    </Container>
  );
}
